"""A tagging layer on ReportLab: PDFs that are PDF/UA-1 and PDF/A-2a at once, laid out from the document tree."""
