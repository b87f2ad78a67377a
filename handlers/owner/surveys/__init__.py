"""What the shop asks its members: attributes, quizzes, feedback."""
