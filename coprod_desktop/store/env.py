"""Alembic's entry: runs the chain on the connection it is given, inside that connection's transaction."""

from alembic import context

from coprod_desktop.store.schema import META

context.configure(connection=context.config.attributes["connection"], target_metadata=META)
context.run_migrations()
