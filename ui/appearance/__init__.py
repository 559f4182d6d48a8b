"""How Earmark looks and speaks: themes, icons, colours and languages."""
