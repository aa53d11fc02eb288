//! The statements for rows beside the events, written once for both databases.

/// The statements for rows that seldom change, written once for both databases; the asynchronous side adds its `.await`.
macro_rules! write_more {
    ($conn:ident, $append:ident $(, $await:tt)*) => {{
        use crate::store::schema::{case_access, case_rows, case_words, cases, owed, snapshots, standings, unlisted};
        use diesel::upsert::excluded;
        let case = $append.case;
        if let Some(since) = $append.unlisted {
            diesel::insert_into(unlisted::table)
                .values((unlisted::case_id.eq(case), unlisted::since.eq(since)))
                .on_conflict_do_nothing()
                .execute($conn) $(.$await)* ?;
        }
        if $append.listed {
            diesel::delete(unlisted::table.find(case)).execute($conn) $(.$await)* ?;
        }
        if let Some(head) = &$append.head {
            diesel::update(cases::table.find(case))
                .set((cases::phase.eq(head.phase), cases::next_due_at.eq(head.next_due_at)))
                .execute($conn) $(.$await)* ?;
        }
        for row in &$append.rows {
            diesel::insert_into(case_rows::table)
                .values((
                    case_rows::case_id.eq(case),
                    case_rows::audience.eq(&row.audience),
                    case_rows::body.eq(&row.body),
                    case_rows::last_at.eq(row.last_at),
                ))
                .on_conflict((case_rows::case_id, case_rows::audience))
                .do_update()
                .set((
                    case_rows::body.eq(excluded(case_rows::body)),
                    case_rows::last_at.eq(excluded(case_rows::last_at)),
                ))
                .execute($conn) $(.$await)* ?;
            if let Some(words) = &row.words {
                diesel::delete(case_words::table)
                    .filter(case_words::case_id.eq(case))
                    .filter(case_words::audience.eq(&row.audience))
                    .execute($conn) $(.$await)* ?;
                for word in words {
                    diesel::insert_into(case_words::table)
                        .values((
                            case_words::case_id.eq(case),
                            case_words::audience.eq(&row.audience),
                            case_words::word.eq(word),
                        ))
                        .execute($conn) $(.$await)* ?;
                }
            }
        }
        for audience in &$append.rows_gone {
            diesel::delete(case_rows::table.find((case, audience))).execute($conn) $(.$await)* ?;
            diesel::delete(case_words::table)
                .filter(case_words::case_id.eq(case))
                .filter(case_words::audience.eq(audience))
                .execute($conn) $(.$await)* ?;
        }
        if let Some(only) = &$append.access_only {
            diesel::delete(
                case_access::table.filter(case_access::case_id.eq(case)).filter(case_access::holder.ne_all(only)),
            )
            .execute($conn) $(.$await)* ?;
        }
        for holder in &$append.access_gone {
            diesel::delete(case_access::table.find((case, holder))).execute($conn) $(.$await)* ?;
        }
        for row in &$append.access {
            diesel::insert_into(case_access::table)
                .values((
                    case_access::case_id.eq(case),
                    case_access::holder.eq(&row.holder),
                    case_access::audience.eq(&row.audience),
                    case_access::capacity.eq(&row.capacity),
                    case_access::channels.eq(&row.channels),
                    case_access::turn.eq(row.turn),
                    case_access::phase.eq(row.phase),
                    case_access::due_at.eq(row.due_at),
                    case_access::last_at.eq(row.last_at),
                    case_access::queue_place.eq(row.queue_place),
                    case_access::entry_state.eq(&row.entry_state),
                ))
                .on_conflict((case_access::case_id, case_access::holder))
                .do_update()
                .set((
                    case_access::audience.eq(excluded(case_access::audience)),
                    case_access::capacity.eq(excluded(case_access::capacity)),
                    case_access::channels.eq(excluded(case_access::channels)),
                    case_access::turn.eq(excluded(case_access::turn)),
                    case_access::phase.eq(excluded(case_access::phase)),
                    case_access::due_at.eq(excluded(case_access::due_at)),
                    case_access::last_at.eq(excluded(case_access::last_at)),
                    case_access::queue_place.eq(excluded(case_access::queue_place)),
                    case_access::entry_state.eq(excluded(case_access::entry_state)),
                ))
                .execute($conn) $(.$await)* ?;
        }
        for (audience, last_at) in &$append.touched {
            diesel::update(case_rows::table.find((case, audience)))
                .set(case_rows::last_at.eq(*last_at))
                .execute($conn) $(.$await)* ?;
            diesel::update(case_access::table)
                .filter(case_access::case_id.eq(case))
                .filter(case_access::audience.eq(audience))
                .set(case_access::last_at.eq(*last_at))
                .execute($conn) $(.$await)* ?;
        }
        for row in &$append.standings {
            diesel::insert_into(standings::table)
                .values((
                    standings::case_id.eq(case),
                    standings::user_id.eq(row.user),
                    standings::seat.eq(&row.seat),
                    standings::until.eq(row.until),
                ))
                .on_conflict((standings::case_id, standings::user_id, standings::seat))
                .do_update()
                .set(standings::until.eq(excluded(standings::until)))
                .execute($conn) $(.$await)* ?;
        }
        if let Some(rows) = &$append.register {
            write_register!($conn, case, rows $(, $await)*);
        }
        for row in &$append.owed {
            diesel::insert_into(owed::table)
                .values((
                    owed::case_id.eq(case),
                    owed::id.eq(row.id),
                    owed::kind.eq(&row.kind),
                    owed::payload.eq(&row.payload),
                    owed::state.eq("waiting"),
                    owed::attempts.eq(0),
                    owed::not_before.eq(row.not_before),
                    owed::created_at.eq(row.created_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        if let Some(fold) = &$append.snapshot {
            diesel::insert_into(snapshots::table)
                .values((
                    snapshots::case_id.eq(case),
                    snapshots::version.eq($append.next()),
                    snapshots::form.eq(crate::store::cases::SNAPSHOT_FORM),
                    snapshots::state.eq(fold.state.as_slice()),
                    snapshots::seal.eq(fold.seal.as_slice()),
                ))
                .on_conflict(snapshots::case_id)
                .do_update()
                .set((
                    snapshots::version.eq(excluded(snapshots::version)),
                    snapshots::form.eq(excluded(snapshots::form)),
                    snapshots::state.eq(excluded(snapshots::state)),
                    snapshots::seal.eq(excluded(snapshots::seal)),
                ))
                .execute($conn) $(.$await)* ?;
        }
    }};
}

/// The register's lines of a case, in place of those that were there.
macro_rules! write_register {
    ($conn:ident, $case:expr, $rows:expr $(, $await:tt)*) => {{
        use crate::store::schema::{case_words, register};
        use crate::store::journal::rows::REGISTER_WORDS;
        diesel::delete(register::table.filter(register::case_id.eq($case))).execute($conn) $(.$await)* ?;
        for line in &$rows.lines {
            diesel::insert_into(register::table)
                .values((
                    register::case_id.eq($case),
                    register::version.eq(line.version),
                    register::company_id.eq($rows.company),
                    register::operator_id.eq($rows.operator),
                    register::state.eq(&line.state),
                    register::breach_from.eq(line.breach_from),
                    register::concluded_at.eq(line.concluded_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        diesel::delete(case_words::table)
            .filter(case_words::case_id.eq($case))
            .filter(case_words::audience.eq(REGISTER_WORDS))
            .execute($conn) $(.$await)* ?;
        for word in &$rows.words {
            diesel::insert_into(case_words::table)
                .values((
                    case_words::case_id.eq($case),
                    case_words::audience.eq(REGISTER_WORDS),
                    case_words::word.eq(word),
                ))
                .execute($conn) $(.$await)* ?;
        }
    }};
}

/// What must be written before the events: the case itself, and the use of a challenge that is still good.
macro_rules! write_first {
    ($conn:ident, $append:ident $(, $await:tt)*) => {{
        use crate::store::schema::{cases, openings, signing_challenges};
        if let Some(begin) = &$append.begin {
            diesel::insert_into(openings::table)
                .values((
                    openings::actor.eq(begin.actor),
                    openings::id.eq(begin.command),
                    openings::hash.eq(begin.hash.as_slice()),
                    openings::case_id.eq($append.case),
                    openings::at.eq(begin.filed_at),
                ))
                .execute($conn) $(.$await)* ?;
            diesel::insert_into(cases::table)
                .values((
                    cases::case_id.eq($append.case),
                    cases::version.eq(0),
                    cases::number.eq(begin.number.get()),
                    cases::reference.eq(&begin.reference),
                    cases::company_id.eq(begin.company),
                    cases::operator_id.eq(begin.operator),
                    cases::phase.eq(crate::store::journal::rows::BeginRow::PHASE),
                    cases::filed_at.eq(begin.filed_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        if let Some((challenge, at)) = $append.challenge {
            let used = diesel::update(signing_challenges::table.find(($append.case, challenge)))
                .filter(signing_challenges::used_at.is_null())
                .set(signing_challenges::used_at.eq(at))
                .execute($conn) $(.$await)* ?;
            if used != 1 {
                return Err(WriteError::Outcome(AppendOutcome::ChallengeVoid));
            }
        }
    }};
}

pub(crate) use {write_first, write_more, write_register};
