"""What people see in a terminal; imported by the command line only."""
