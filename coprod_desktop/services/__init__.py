"""What people do: a module a noun, a function a verb. Each verb returns Changes."""
