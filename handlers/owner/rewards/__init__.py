"""What members get for points: rewards, stamps and good causes; and the goods that these name."""
