"""Personal and standing offers."""
