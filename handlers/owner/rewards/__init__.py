"""Benefits for members: rewards, stamps and good causes; and the goods that these name."""
