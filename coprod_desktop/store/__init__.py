"""The encrypted workspace. The only place with SQL."""
