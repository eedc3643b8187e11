-- Threes of characters of every name, so that a part of a name is found without reading all names. It holds no
-- text of its own; names are never taken back, so no row ever has to go.
create virtual table party_threes using fts5 (text, content = '', tokenize = 'trigram case_sensitive 1');
insert into party_threes (rowid, text) select party, text from party;
create trigger party_added after insert on party begin
    insert into party_threes (rowid, text) values (new.party, new.text);
end;
