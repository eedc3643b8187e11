-- One row per reading of a document: where it comes from, and its dates.
select
    reading.reading,
    document.document,
    document.doc,
    file.name,
    reading.title,
    reading.published_on,
    reading.dated,
    reading.publisher,
    reading.address,
    reading.licence,
    reading.access,
    reading.reader,
    reading.encoding,
    first_run.recorded_at,
    retired_run.recorded_at as retired_at,
    reading.synthetic
from reading
join file on file.file = reading.file
join document on document.document = reading.document
join run as first_run on first_run.run = document.first_run
left join run as retired_run on retired_run.run = document.retired_run
