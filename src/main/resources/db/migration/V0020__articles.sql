-- What the desk knows, in both languages and in versions; a canned answer is an article of a kind.
create table knowledge.article (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('guideline', 'canned')),
    -- How it stands with the newest version.
    state text not null check (state in ('draft', 'review', 'published')),
    version int not null,
    -- What others than its writers read; null while nothing was published.
    published_version int,
    -- Whether customers may read what is published.
    is_public boolean not null default false,
    -- Whom a canned answer is offered to; null is everybody.
    team_id bigint references staff.team,
    -- The name of a canned answer that is offered: one in its language.
    canned_name text,
    canned_language text,
    -- Counts every change, those of its state too.
    revision int not null default 1,
    asked_by text,
    asked_at timestamptz,
    returned_by text,
    returned_at timestamptz,
    returned_why text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    archived_at timestamptz
);

create table knowledge.article_version (
    article_id bigint not null references knowledge.article on delete cascade,
    number int not null,
    audience text not null check (audience in ('internal', 'public')),
    title_en text,
    html_en text,
    title_it text,
    html_it text,
    -- What its writer says of the change.
    note text not null default '',
    -- The version that this one went back to.
    restored_from int,
    by_name text not null,
    at timestamptz not null,
    primary key (article_id, number),
    check ((title_en is null) = (html_en is null)),
    check ((title_it is null) = (html_it is null)),
    check (title_en is not null or title_it is not null)
);

-- Canned answers keep their number, and so do what was made of them and what was said of them.
insert into knowledge.article (id, kind, state, version, published_version, team_id, canned_name, canned_language,
                               revision, created_at, updated_at, archived_at)
    overriding system value
select id, 'canned', 'published', version, version, team_id, lower(name), language,
       version, created_at, updated_at, archived_at
  from knowledge.canned_answer;

insert into knowledge.article_version (article_id, number, audience, title_en, html_en, title_it, html_it, by_name, at)
select id, version, 'internal',
       case language when 'en' then name end, case language when 'en' then html end,
       case language when 'it' then name end, case language when 'it' then html end,
       'Pronto', updated_at
  from knowledge.canned_answer;

-- Earlier ones are told by the timeline, where it tells of each.
select set_config('pronto.scope', 'all', true);
with told as (
    select c.id, c.version, row_number() over each_one as number, count(*) over (partition by c.id) as all_of_them,
           e.data ->> 'language' as language, e.data ->> 'name' as name, e.data ->> 'html' as html, e.actor_name, e.at
      from knowledge.canned_answer c
      join timeline.entry e on e.subject_kind = 'cannedAnswer' and e.subject_id = c.id
                           and e.kind in ('knowledge.answerAdded', 'knowledge.answerChanged')
    window each_one as (partition by c.id order by e.id))
insert into knowledge.article_version (article_id, number, audience, title_en, html_en, title_it, html_it, by_name, at)
select id, number, 'internal',
       case language when 'en' then name end, case language when 'en' then html end,
       case language when 'it' then name end, case language when 'it' then html end,
       actor_name, at
  from told
 where all_of_them = version and name is not null and html is not null and language in ('en', 'it')
    on conflict (article_id, number) do update set by_name = excluded.by_name;

select setval(pg_get_serial_sequence('knowledge.article', 'id'), coalesce(max(id), 0) + 1, false)
  from knowledge.article;

drop table knowledge.canned_answer;

create unique index article_canned on knowledge.article (canned_name, canned_language) where archived_at is null;
create index article_updated on knowledge.article (updated_at, id);
create index article_team on knowledge.article (team_id) where team_id is not null;

alter table knowledge.article enable row level security;
alter table knowledge.article force row level security;
create policy customer_wall on knowledge.article using (
    runtime.sees_all() or (is_public and archived_at is null
        and coalesce(current_setting('pronto.scope', true), '') = 'customer'));
alter table knowledge.article_version enable row level security;
alter table knowledge.article_version force row level security;
create policy customer_wall on knowledge.article_version using (
    case when runtime.sees_all() then true
         else exists (select from knowledge.article a where a.id = article_id and a.published_version = number) end);
