"""Other languages: translated before the page is built, string by string, else English.

The files are `lang/<language>/*.yaml` beside the pathways; docs/languages.md says what is in them.
"""
