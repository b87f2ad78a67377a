"""Surveys of members: attributes, quizzes, feedback."""
