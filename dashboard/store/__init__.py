"""Everything that was read, kept in SQLite or PostgreSQL."""
