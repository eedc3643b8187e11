"""Entry (新业扎根): regions over years in; how likely an activity takes root, and how well told, out."""
