-- Words of every fact for searching: pairs of Chinese characters, whole words of letters and digits, all in
-- Simplified. It holds no text of its own; facts are never taken back, so no row ever has to go.
create virtual table fact_words using fts5 (words, content = '');
insert into fact_words (rowid, words)
select
    fact.fact,
    search_words(
        coalesce(subject.text, '') || ' ' || coalesce(object.text, '') || ' '
        || coalesce(indicator.text, '') || ' ' || fact.quote || ' ' || coalesce((
            select group_concat(party.text, ' ') from participant join party using (party)
            where participant.fact = fact.fact
        ), '')
    )
from fact
left join party as subject on subject.party = fact.subject
left join party as object on object.party = fact.object
left join indicator on indicator.indicator = fact.indicator;
