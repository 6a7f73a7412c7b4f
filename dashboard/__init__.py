"""The app: tables -> one selection -> views. `app.py` is the entry, `views/` holds one script a page."""
