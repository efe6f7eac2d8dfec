"""Co-production Desktop: get ready, listen, answer, paper, follow up. Offline."""
