"""What a laptop in a hall goes through: pulled plugs, full and read-only disks, damaged files."""
