### Texts of the register of agreements, and of the list of who looked into a case.

## The register
register-title = Register of agreements
register-lead = The concluded agreements of { $names }: what is owed, by when, what was done and what is broken. Nothing else of the cases is shown here.
register-tabs = State
register-tab-all = All
register-tab-owed = Still owed
register-tab-breached = Broken
register-tab-done = Nothing owed
register-search = Search
register-search-hint = Case reference or name
register-from = Concluded from
register-to = to
register-filter = Filter
register-clear = Clear the filters
register-empty = No agreement has been concluded yet. Once there is one, it is shown here.
register-empty-filter = No agreement with this filter.
register-altered = { $count ->
    [one] { $count } agreement is not what was stored and is not shown. Whoever runs the site has been told.
   *[other] { $count } agreements are not what was stored and are not shown. Whoever runs the site has been told.
}
register-more = Show more
register-page = { $shown } of { $count } agreements
register-select = Tick agreement { $version } of case { $reference }
register-select-page = Tick all in this list
register-chosen = { $count ->
    [0] None ticked
    [one] { $count } ticked
   *[other] { $count } ticked
}
register-parties = { $consumer } and { $company }
register-version = Agreement { $version }
register-concluded = Concluded on { $date }
register-nothing-owed = No obligation with a date.
register-debtor = Owed by { $name }
register-due-on = By { $date }
register-overdue = Overdue
register-breached = Broken
register-breached-once = Was broken before
register-rest = { $money } to go
register-reported = Reported: { $money }
register-confirmed = Confirmed: { $money }
register-released = Released: { $money }
register-presumed = Not confirmed: { $money }
register-file-pdf = PDF
register-file-record = ZIP with proofs
register-file-about = Agreement { $version } of case { $reference }
register-unsealed = Its final document is still being made.

## Exports of many
register-export = Download those ticked
register-export-all = Download all with this filter ({ $count })
register-exports = Files asked for
register-exports-lead = Each file holds the agreements as PDF, the record that proves each of them, and an index. It is kept for a day.
register-exports-none = No file was asked for.
register-job = { $count ->
    [one] { $count } agreement · asked for { $when }
   *[other] { $count } agreements · asked for { $when }
}
register-job-waiting = Waiting its turn
register-job-making = Being made: { $done } of { $count }
register-job-ready = Ready until { $when }
register-job-failed = This file could not be made. Ask for it again.
register-job-failed-full = There was no room for this file on the server. Whoever runs the site has been told.
register-job-left-out = { $count ->
    [one] { $count } agreement was left out; the index says why.
   *[other] { $count } agreements were left out; the index says why.
}
register-job-download = Download ({ $size })
register-job-remove = Delete
register-job-about = asked for { $when }
register-job-started = The file is being made. You can go on; it is shown below once it is ready.
register-job-is-ready = The file is ready.
register-job-removed = The file was deleted.

## Who looked into a case
access-title = Who looked into this case
access-lead = People who looked into this case because of their role, not because they take part in it: ombudsman, legal, management, coordination. Each line says what was read, as far as you can read it too.
access-empty = Nobody has looked into this case because of their role.
access-more = Show earlier entries
access-you = You
access-nobody = Somebody whose account is gone
access-read = Read: { $channels }
access-agreement = Took the agreement along
access-company-ombudsman = ombudsman of the company { $organisation }
access-company-legal = legal team of the company { $organisation }
access-company-queue_officer = team of the company { $organisation } with the case in its queue
access-company-approver = management of the company { $organisation }
access-company-invited = team of the company { $organisation }
access-company-register = register of agreements of the company { $organisation }
access-operator-ombudsman = the platform's independent ombudsman ({ $organisation })
access-operator-legal = the platform's legal team ({ $organisation })
access-operator-queue_officer = team of the platform ({ $organisation }) with the case in its queue
access-operator-coordinator = coordination ({ $organisation })
access-operator-register = the platform's register of agreements ({ $organisation })
access-channel-procedure = procedure
access-channel-joint = joint room
access-channel-caucus = private conversation
access-channel-internal = team notes
access-channel-notes = the mediator's notes
access-channel-sealed = sealed answers
access-channel-review = review { $number }
access-channel-desk = notes of review { $number }
access-channel-challenge = challenge to the mediator
