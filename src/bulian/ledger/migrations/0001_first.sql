-- The first schema. Dates are ISO 8601 text, numbers that a source prints are exact decimal text.

-- One row per build that changed something.
create table run (
    run integer primary key,
    recorded_at text not null,
    reader text not null,
    journaled integer not null default 0 -- 1 once its line stands in journal/builds.jsonl
);

-- One row per run and name in sources/ to which something happened: the build's line in the journal.
create table change (
    run integer not null references run (run),
    name text not null,
    what text not null check (what in ('added', 'changed', 'reread', 'retired', 'quarantined')),
    doc text,
    ingredients text,
    primary key (run, name)
);
create index change_by_name on change (name, run);

-- One row per content ever seen.
create table document (
    document integer primary key,
    doc text not null unique,
    first_run integer not null references run (run),
    reading integer, -- the reading in force, the last one where retired; null: the journal tells of it, unread
    retired_run integer references run (run)
);

-- One row per name and stretch of runs through which it held one content.
create table file (
    file integer primary key,
    name text not null,
    document integer not null references document (document),
    ingredients text not null,
    from_run integer not null references run (run),
    until_run integer references run (run) -- null while it lies there
);
create unique index file_lying on file (name) where until_run is null;
create index file_by_document on file (document, name);
create index file_by_name on file (name);

-- One row per text and tables as read, compressed; readings that read alike share it.
create table body (
    body integer primary key,
    hash text not null unique,
    packed blob not null
);

-- One row per time that a file was read with new ingredients: metadata, mappings or reader.
create table reading (
    reading integer primary key,
    file integer not null references file (file),
    document integer not null references document (document),
    run integer not null references run (run),
    ingredients text not null,
    body integer not null references body (body),
    title text,
    published_on text,
    published_day text, -- its last day: what is dated 2021 is surely out only when 2021 is over
    dated text,
    published_meta text, -- as the metadata said, whatever the text prints
    publisher text,
    address text,
    licence text,
    access text not null,
    synthetic integer not null,
    reader text not null,
    encoding text,
    columns_read text not null,
    headers_changed text not null
);
create index reading_by_file on reading (file, reading);

-- Who or what facts speak of, each spelling once.
create table party (
    party integer primary key,
    text text not null unique
);

-- What facts count or measure, each spelling once.
create table indicator (
    indicator integer primary key,
    text text not null unique
);

-- One row per fact; never rewritten. A relation's head is its subject, an event's date its period.
create table fact (
    fact integer primary key,
    id text not null unique,
    document integer not null references document (document),
    kind text not null check (kind in ('observation', 'relation', 'event', 'statement')),
    type text,
    subject integer references party (party),
    object integer references party (party),
    indicator integer references indicator (indicator),
    aspect text,
    value text,
    unit text,
    bound text,
    modality text,
    period text,
    first_day text,
    last_day text,
    basis text,
    quote text not null,
    surface text
);
create index fact_by_document on fact (document);
create index fact_by_series on fact (subject, indicator, aspect, basis, unit, period);
create index fact_by_indicator on fact (indicator, last_day, first_day);
create index fact_by_object on fact (object) where object is not null;
create index fact_by_modality on fact (modality, last_day);

-- One row per event and participant, in the order named.
create table participant (
    fact integer not null references fact (fact),
    ordinal integer not null,
    party integer not null references party (party),
    primary key (fact, ordinal)
);
create index participant_by_party on participant (party);

-- One row per reading, fact and place where that reading saw it; place 0 is the first.
create table sighting (
    fact integer not null references fact (fact),
    reading integer not null references reading (reading),
    place integer not null,
    more integer not null, -- how many further places the fact has in this reading, told at place 0
    start_at integer,
    end_at integer,
    sheet text,
    cell text,
    headers text,
    quote text, -- null: as the fact's
    surface_start integer,
    rule text not null,
    text text, -- a statement's text as printed
    synthetic integer not null,
    primary key (fact, reading, place)
);

-- One row per name in sources/ that could not be read as it lies there now.
create table quarantine (
    name text primary key,
    run integer not null references run (run),
    ingredients text not null,
    reason_en text not null,
    reason_zh text not null
);

-- One row per judgement in journal/judgements.jsonl; `target` is the fact it holds for now.
create table judgement (
    seq integer primary key,
    fact_id text not null,
    verdict text not null check (verdict in ('accept', 'correct', 'reject')),
    by_whom text not null,
    at text not null,
    why text not null,
    value text,
    doc text not null,
    name text not null,
    says text not null, -- what was judged: place, quote and what it said, as the journal's line tells
    target integer references fact (fact)
);
create index judgement_by_target on judgement (target, seq);
create index judgement_by_doc on judgement (doc);
create index judgement_by_name on judgement (name);

-- How far each book of the journal has been taken over.
create table journal_position (
    book text primary key,
    seq integer not null,
    hash text not null,
    size integer not null
);
