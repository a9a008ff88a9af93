"""Lectures: a pathway told step by step. YAML beside the pathway, one file a lecture."""
