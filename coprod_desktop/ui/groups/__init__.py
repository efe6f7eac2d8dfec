"""The page Groups: a group or project as a timeline."""
