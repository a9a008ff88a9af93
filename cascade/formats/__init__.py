"""What a pathway can be written as, one module a format."""
