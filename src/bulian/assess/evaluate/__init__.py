"""Official methods applied: what passes, what fails and by how much, what nobody has told."""
