"""Values that go into a plan's files and come out of them, without an editor."""
