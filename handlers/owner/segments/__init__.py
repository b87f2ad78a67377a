"""Questions about members: typed, built, ready-made and saved."""
