-- One row per reading and fact seen in it, at the first place where it stands.
select
    sighting.reading,
    fact.fact,
    fact.document,
    fact.id,
    fact.kind,
    fact.type,
    subject.text as subject,
    object.text as object,
    indicator.text as indicator,
    fact.indicator as indicator_number,
    fact.aspect,
    fact.value,
    fact.unit,
    fact.bound,
    fact.modality,
    fact.period,
    fact.first_day,
    fact.last_day,
    fact.basis,
    coalesce(sighting.quote, fact.quote) as quote,
    fact.surface,
    sighting.more,
    sighting.start_at,
    sighting.end_at,
    sighting.sheet,
    sighting.cell,
    sighting.headers,
    sighting.surface_start,
    sighting.rule,
    sighting.text,
    sighting.synthetic
from fact
join sighting on sighting.fact = fact.fact and sighting.place = 0
left join party as subject on subject.party = fact.subject
left join party as object on object.party = fact.object
left join indicator on indicator.indicator = fact.indicator
