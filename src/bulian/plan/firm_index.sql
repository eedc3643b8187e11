-- Firms of outside tables, and the nodes whose words or class their scope meets. Derived: made anew from the tables.
CREATE TABLE about (name TEXT PRIMARY KEY, says TEXT NOT NULL);
CREATE TABLE firm (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    dated TEXT,
    synthetic INTEGER NOT NULL,
    told TEXT NOT NULL
);
CREATE TABLE posting (
    spot TEXT NOT NULL,
    cheap INTEGER NOT NULL,
    firm INTEGER NOT NULL,
    PRIMARY KEY (spot, cheap, firm)
) WITHOUT ROWID;
CREATE TABLE link (firm INTEGER NOT NULL, kind TEXT NOT NULL, other TEXT NOT NULL);
