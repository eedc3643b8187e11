"""The sections of the brief, one file each: from the view of the material to a `Section`."""
