//! The statements for rows beside the events, written once for both databases.

/// The statements for rows that seldom change, written once for both databases; the asynchronous side adds its `.await`.
macro_rules! write_more {
    ($conn:ident, $append:ident $(, $await:tt)*) => {{
        use crate::store::schema::{cases, owed, snapshots, standings, unlisted};
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
        if let Some(lists) = $append.lists_written {
            diesel::update(cases::table.find(case)).set(cases::lists.eq(lists)).execute($conn) $(.$await)* ?;
        }
        write_lists!($conn, case, &$append.lists $(, $await)*);
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

pub(crate) use {write_first, write_more};
