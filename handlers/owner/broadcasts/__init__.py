"""The owner's broadcasts: a post, its audience and its hour, and how far each has come."""
