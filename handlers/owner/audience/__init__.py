"""A question about members: asked in words, by buttons or as a list, shown, and used."""
