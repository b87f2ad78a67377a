"""Questions about members: a small tree of conditions, asked in words or by buttons, compiled to
one SELECT.
"""
