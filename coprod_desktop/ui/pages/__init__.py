"""The pages: one module each, named in ui/page_table.py."""
