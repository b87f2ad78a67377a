"""One guest, and the journal of all acts."""
