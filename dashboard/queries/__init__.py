"""Questions to the store: filters in, frames with documented columns out."""
