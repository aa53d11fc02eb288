### Texts of the rooms, shared by the consumer's phone, the desk and the console.

## Rooms and who reads them

room-joint = With everyone
room-joint-desk = Joint room
room-private = Mediator only
room-private-company = Private: company and mediator
room-internal = Team notes
room-notes = My notes
room-review = Review
room-tabs = Conversations
room-unread = { $count ->
    [one] { $count } new
   *[other] { $count } new
  }

room-band-joint = Joint room · everyone sees
room-band-joint-readers = { $names } and you
room-band-joint-alone = Nobody else has joined yet
room-band-private = Private conversation
room-band-private-consumer = Only you and { $mediator }. { $company } sees nothing here.
room-band-review = Review: { $queue }
room-band-review-readers = The officer and both sides read this.

room-region-joint = Joint room, with everyone
room-region-private = Private conversation with { $name }. { $hidden } does not see it.
room-region-review = Review of the case. The officer and both sides read it.

room-typing = { $name } is typing

## Writing

room-to-joint = To everyone: { $names }
room-to-joint-alone = To everyone who joins the case
room-to-mediator-from-consumer = Only to { $mediator }. The company does not see it.
room-message = Message
room-note = Note
room-write-joint = Write to everyone
room-write-private = Write only to { $name }
room-send-joint = Send to everyone
room-send-private = Send only to { $name }
room-open-joint = Write to everyone
room-open-private = Write only to { $name }
room-attach-joint = Attach a photo or document, everyone sees
room-attach-private = Attach a photo or document, only to { $name }
room-draft-kept = draft saved
room-too-long = The message is { $count } characters over the limit.
room-closed-floor = { $mediator } paused the joint room. You can read, and write only to the mediator.
room-not-writable = You cannot write here now.
room-accept-rules-first = Accept the mediation terms to write.

## Messages

room-you = You
room-message-new = new
room-apology = apology
room-hide = Hide
room-hidden = Message hidden by the mediator: { $ground }.
room-erased = Content erased.
room-delivered-joint = Delivered to everyone
room-delivered = Delivered
room-seen-joint = Read by everyone
room-seen = Read
room-older = See earlier messages
room-older-loading = Getting earlier messages
room-newer = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
  }
room-to-latest = Go to the latest message
room-empty-joint = Nobody has written yet. Start with what matters to you.
room-empty-private = Use this to say what you do not want the company to see.
room-empty-private-company = Use this to say what you do not want { $consumer } to see.
room-empty-review = The file of the case is being prepared.
room-said = { $who }: { $text }
room-said-file = { $who } sent the file { $file }.
room-said-proposal = { $who } made proposal { $number }.
room-file-size = { $name }, { $size }
room-file-open = Download
room-file-shared = file brought from another conversation
room-share = Bring to the joint room
room-file-pass = May be passed on
room-file-passed = may be passed on

## Facts in words

room-fact-case-filed = Case opened by { $who }.
room-fact-case-refused = The mediation centre did not take the case: { $ground }.
room-fact-invited = { $who } got the invitation and can answer until { $date }.
room-fact-invitation-accepted = { $who } accepted the invitation.
room-fact-invitation-refused = { $who } refused the invitation.
room-fact-invitation-lapsed = The invitation to { $who } lapsed unanswered.
room-fact-invitation-undelivered = The invitation has reached nobody yet: no mail server accepted it. { $who } does not know of the case.
room-fact-phase-changed = Now: { $phase }.
room-fact-seat-taken = { $name } joined the case ({ $seat }).
room-fact-seat-left = Left the case: { $seat }.
room-fact-seat-handed-over = { $name } takes over ({ $seat }). Reason: { $reason }.
room-fact-mediator-requested = { $who } asked for a mediator.
room-fact-mediator-requested-nobody = A mediator was asked for.
room-fact-mediator-assigned = { $name } was named as mediator.
room-fact-mediator-declined = The person named did not agree to mediate. Somebody else will be named.
room-fact-mediator-lapsed = The person named did not answer in time. Somebody else will be named.
room-fact-mediator-missing = Nobody is free to mediate now. The coordinators are told every working day until they name somebody.
room-fact-mediator-replaced = The coordinators gave the mediation to somebody else.
room-fact-mediator-overdue = The mediator is late. The coordinators were told.
room-fact-terms-lapsed = { $who } did not accept the mediation terms in time.
room-fact-decision-explained = { $who } gives the reasons for the decision: { $reasons }
room-fact-mediator-accepted = { $name } agreed to mediate this case.
room-fact-ground-rules-accepted = { $who } accepted the mediation terms.
room-fact-stage-moved = Stage: { $stage }.
room-fact-stage-noted = Stage { $stage }: { $note }
room-fact-reflection-waived = { $who } gave up the time to reflect.
room-fact-agreement-worded = { $who } corrected the wording of the agreement.
room-fact-agreement-drafted = The agreement is written. It can be signed until { $date }.
room-fact-agreement-signed = { $who } signed the agreement.
room-fact-agreement-refused = { $who } does not sign the agreement: { $ground }.
room-fact-agreement-lapsed = The time to sign is over. The case goes back to the conversation.
room-fact-agreement-concluded = Agreement concluded: every signature is in.
room-fact-agreement-sealed = The final document is ready.
room-fact-obligations-started = The dates of the agreement have started.
room-fact-obligation-reported = { $who } reported it done: { $what }.
room-fact-obligation-confirmed = { $who } confirmed: { $what }.
room-fact-obligation-released = { $who } released: { $what }.
room-fact-obligation-disputed = { $who } says it was not done: { $what }.
room-fact-mediation-left = { $who } left the mediation.
room-fact-impasse-declared = The mediation ended without agreement: { $ground }.
room-fact-case-withdrawn = { $who } withdrew the complaint.
room-fact-escalation-opened = The case went to: { $queue }. Reason: { $ground }. Due: { $date }.
room-fact-final-term-made = Closing record of mediation: { $ground }.
room-fact-certificate-refused = Certificate available: the invitation was refused.
room-fact-certificate-silent = Certificate available: the invitation was not answered in time.
room-fact-certificate-mediation_ended = Certificate available: the mediation ended.
room-fact-certificate-mediation_not_begun = Certificate available: the mediation never began.
room-fact-certificate-closed = Certificate available: the case was closed.
room-fact-conflict-declared = A conflict of interest was declared: the person will not return.
room-fact-case-closed = { $outcome }.
room-fact-party-named = { $who } gave the full name: { $name }
room-fact-company-named = In the agreement, { $who } is { $name }, { $number }
room-fact-hand-over-noted = Hand-over to { $name }: { $note }
room-fact-floor-paused = { $who } paused the joint room.
room-fact-floor-opened = { $who } reopened the joint room.
room-fact-summary-confirmed = { $who } confirmed the summary.
room-fact-summary-corrected = { $who } corrected the summary: { $text }
room-fact-disclosure-allowed = { $who } allowed it to be told.
room-fact-disclosure-denied = { $who } asked not to tell it.
room-fact-disclosure-used = These words were brought to the joint room.
room-fact-proposal-accepted = { $who } accepted proposal { $number }.
room-fact-proposal-declined = { $who } declined proposal { $number }.
room-fact-proposal-declined-because = { $who } declined proposal { $number }: { $ground }.
room-fact-proposal-would-work = What would work for { $who }: { $text }
room-fact-proposal-withdrawn = { $who } withdrew proposal { $number }.
room-fact-proposal-expired = Proposal { $number } expired.
room-fact-proposal-agreed = Both sides accepted proposal { $number }.
room-fact-proposal-not-agreed = Proposal { $number } was not accepted by both sides.
room-fact-proposal-closed = Proposal { $number } was closed when this phase ended.
room-fact-proposal-superseded = Proposal { $number } gave way to an agreement on other terms.
room-fact-idea-allowed = { $who } allows this idea to be taken to the other side.
room-fact-idea-conveyed = The idea was put forward as proposal { $number }.
room-fact-seat-left-by = { $name } left the case ({ $seat }).
room-fact-participant-removed = The mediator removed a representative of { $name } from the conversation: { $ground }.
room-fact-representative-awaited = { $who } has to send another person by { $date }.
room-fact-first-reply = { $who } replied for the first time.
room-fact-reply-overdue = The reply from { $who } is late. The centre was told.
room-fact-consent-given-joint = { $who } allows the export of the joint room.
room-fact-consent-given-former = { $who } lets the new mediator read the former private conversation.
room-fact-consent-withdrawn-joint = { $who } no longer allows the export of the joint room.
room-fact-consent-withdrawn-former = { $who } no longer lets the new mediator read the former private conversation.
room-fact-extension-asked = { $who } asks for { $days } more for the mediation.
room-fact-extended = Both sides gave the mediation { $days } more.
room-fact-reminded = Reminder: { $rule }, by { $date }.
room-fact-entry-claimed = { $name } took the case ({ $queue }).
room-fact-entry-released = The case is back in the queue: { $queue }.
room-fact-entry-handed-over = { $name } now looks after the case ({ $queue }).
room-fact-entry-paused = { $who } was asked, with time until { $date }. The officer's time is stopped.
room-fact-entry-resumed = The officer's time runs again, until { $date }.
room-fact-entry-breached = The deadline passed without a decision: { $queue }. Its manager was told.
room-fact-entry-remitted = The case goes back to mediation, with another mediator, until { $date }.
room-fact-entry-forwarded = The case moves on to: { $queue }. Reason: { $ground }.
room-fact-entry-resolved = The review is finished: { $queue }.
room-fact-obligation-overdue = Overdue: { $what }.
room-fact-obligation-breached = Not kept: { $what }. The enforcement packet goes to whoever is owed.
room-fact-obligation-presumed = Counted as done, not confirmed: { $what }.
room-fact-case-reopened = { $who } reopened the case.
room-fact-paper-filed = Document ready: { $paper }.
room-fact-sharing-allowed = { $who } marked a file: it may be passed on.
room-fact-recommendation-agreed = Both sides accepted recommendation { $number }. It becomes the agreement.
room-fact-feedback-shared = { $who } gave { $score } out of 5: { $comment }
room-fact-question-lapsed = { $who } did not answer the question in time.
room-fact-release-allowed = { $who } releases an item of the joint room. The other side has not yet.
room-fact-release-allowed-own = { $who } releases an item of their own private conversation.

## Proposals

room-offer-of = Proposal { $number } from { $name }
room-offer-yours = Your proposal { $number }

room-chip-faster = faster
room-chip-later = later
room-chip-as-you-asked = as you proposed
room-chip-same = same
room-chip-due-changed = date changed
room-chip-text-changed = detail changed

room-idea = Idea from { $name }

## Turn and stages

room-turn-proposal = proposal { $number }
room-time-left = { $time } left
room-time-over = overdue by { $time }
room-hours-minutes = { $hours } h { $minutes } min
room-hours = { $hours } h
room-minutes = { $minutes } min
room-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
room-why-date = Why this date?
room-turn-officer = The case is with: { $queue }

## A case that does not settle
room-recommendation = Recommendation { $number }: { $name }
room-release = Pass on to the review
room-release-done = Passed on to the review
room-release-waits = You released it. Waiting for { $name }
room-release-asked = { $name } released it. Waiting for you

room-stages = Stages
room-stage-step = Stage { $n } of 5: { $stage }
room-stage-all = All 5 stages are done
room-stage-done = { $stage }, done
room-stage-now = { $stage }, current stage
room-stage-later = { $stage }, later

## Waiting

## Small words

# Whose people read here: the company or team, then its people.
room-listeners-of = { $house } ({ $names })
room-and = { $a } and { $b }
room-queue-company_ombudsman = { $company }'s ombudsman
room-queue-company_legal = { $company }'s legal team
room-queue-operator_ombudsman = the platform's independent ombudsman
room-queue-operator_legal = the platform's legal team
room-length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
room-length-working_days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
room-cancel = Cancel

## Editor and lists

# The account of a company that invited
room-fact-addressee-confirmed = { $who } confirmed who they are.
room-fact-invitation-misdirected = The invitation reached somebody else: the address was wrong.
room-fact-invitation-called-back = The company took its invitation back.
