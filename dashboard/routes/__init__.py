"""What is served beside the pages."""
