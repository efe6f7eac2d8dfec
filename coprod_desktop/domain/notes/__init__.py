"""Notes written elsewhere come apart into lines: one reader for typed notes, chats, transcripts, minutes, question lists."""
