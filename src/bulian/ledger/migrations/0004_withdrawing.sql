-- A judgement can be taken back: one more verdict, after which none holds. A check cannot be widened in place.
create table judgement_anew (
    seq integer primary key,
    fact_id text not null,
    verdict text not null check (verdict in ('accept', 'correct', 'reject', 'withdraw')),
    by_whom text not null,
    at text not null,
    why text not null,
    value text,
    doc text not null,
    name text not null,
    says text not null,
    target integer references fact (fact)
);
insert into judgement_anew (seq, fact_id, verdict, by_whom, at, why, value, doc, name, says, target)
select seq, fact_id, verdict, by_whom, at, why, value, doc, name, says, target from judgement;
drop table judgement;
alter table judgement_anew rename to judgement;
create index judgement_by_target on judgement (target, seq);
create index judgement_by_doc on judgement (doc);
create index judgement_by_name on judgement (name);
