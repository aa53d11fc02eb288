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
room-band-private-company = Only your team and { $mediator }. { $consumer } sees nothing here.
room-band-of = Private · { $name }
room-band-of-consumer-hidden = The company does not see
room-band-of-company-hidden = { $consumer } does not see
room-band-internal = Team notes
room-band-internal-readers = Only the team of { $company } sees these.
room-band-notes = My notes
room-band-notes-readers = Only you see these. Nobody else, not the parties either.
room-band-review = Review: { $queue }
room-band-review-readers = The officer and both sides read this.

room-region-joint = Conversation with everyone
room-region-private = Private conversation with { $name }. { $hidden } does not see it.
room-region-internal = Team notes of { $company }
room-region-notes = Your notes, seen by you alone
room-region-review = Review of the case. The officer and both sides read it.

room-typing = { $name } is typing

## Writing

room-to-joint = To everyone: { $names }
room-to-joint-alone = To everyone who joins the case
room-to-mediator-from-consumer = Only to { $mediator }. The company does not see.
room-to-mediator-from-company = Only to { $mediator }. { $consumer } does not see.
room-to-consumer = Only to { $name }. The company does not see.
room-to-company = Only to { $name }. { $consumer } does not see.
room-to-team = Only to the team of { $company }. { $consumer } and the mediator do not see.
room-to-self = Only to yourself. Nobody else sees.
room-message = Message
room-note = Note
room-write-joint = Write to everyone
room-write-private = Write only to { $name }
room-write-note = Write a note
room-send-joint = Send to everyone
room-send-private = Send only to { $name }
room-send-note = Keep note
room-open-joint = Write to everyone
room-open-private = Write only to { $name }
room-attach-joint = Attach a photo or document, everyone sees
room-attach-private = Attach a photo or document, only to { $name }
room-attach-note = Attach a file to the notes
room-attach-failed = The file was not sent: { $reason }
room-attaching = Sending { $name }
room-attached = Attached files
room-attach-remove = Take { $name } out
room-attach-up = sent already
room-draft-kept = draft kept
room-too-long = The message is { $count } characters over the limit.
room-closed-floor = { $mediator } paused the joint room. You can read, and write only to the mediator.
room-closed-floor-mediator = You paused the joint room. The parties cannot write here.
room-not-writable = You cannot write here now.
room-accept-rules-first = Accept the mediation terms to write.

## Messages

room-you = You
room-message-new = new
room-apology = apology
room-hide = Hide
room-hide-title = Hide this message?
room-hide-body = Everyone will see that you hid a message and why. The text no longer shows.
room-hidden = Message hidden by the mediator: { $ground }.
room-erased = Content erased.
room-delivered-joint = Delivered to everyone
room-delivered = Delivered
room-seen-joint = Read by everyone
room-seen = Read
room-kept = Kept, not sent yet
room-sending = Sending
room-held = The case moved while you were offline. Check and send.
room-held-send = Send now
room-refused = Not sent: { $reason }
room-refused-edit = Edit and send again
room-refused-drop = Discard
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
room-empty-private-mediator = Nothing was said here. What { $name } says stays between you.
room-empty-notes = Nothing noted yet.
room-empty-review = The file of the case is being prepared.
room-said = { $who }: { $text }
room-said-file = { $who } sent the file { $file }.
room-said-proposal = { $who } made proposal { $number }.
room-file-size = { $name }, { $size }
room-file-open = Download
room-file-shared = file brought from another conversation
room-share = Bring to the joint room
room-share-title = Bring this file to the joint room?
room-share-body = Everyone will see { $name }. This cannot be undone.
room-file-pass = May be passed on
room-file-passed = may be passed on
room-file-pass-title = Let this file be passed on?
room-file-pass-body = If the case goes to an ombudsman or legal team, { $name } goes along in the file that both sides read. It counts from the next hand-over and cannot be undone.

## Papers of procedure
room-papers = Papers of the procedure
room-papers-none = There are no papers of the procedure yet.
room-papers-numbered = { $name } { $number }
room-papers-final_term = How and why the mediation ended
room-papers-certificate = Proves the attempt to settle, without what was said
room-papers-procedure = Facts and dates of the case, with proofs
room-papers-enforcement = The agreement and what was not kept, to take to court
room-papers-get = Download { $name } as { $format }
room-record = Record of the case
room-record-procedural = The facts of the procedure and their proofs, without words or figures.
room-record-procedural-get = Download the procedure (ZIP)
room-record-joint = What you read in the conversation with everyone, with the proofs.
room-record-joint-get = Download with the conversation (ZIP)
room-record-missing = Still to allow it: { $names }
room-record-allowed = Both sides allow it.
room-record-officers = An ombudsman or legal team takes the conversation with everyone along only if both sides allow it. Private conversations never go.
room-consent-give = Allow
room-consent-withdraw = Withdraw the permission
room-former-open = The present mediator may read what you told the former one.
room-former-closed = The present mediator does not read what you told the former one, unless you allow it.

## Complaint

room-complaint = Complaint by { $name }
room-complaint-product = Product or service
room-complaint-order = Order
room-complaint-story = What happened
room-complaint-when = When
room-complaint-protocols = Earlier reference numbers
room-complaint-amount = Amount in dispute
room-complaint-remedy = Asks for
room-complaint-accessibility = Accessibility

## Facts in words

room-fact-case-filed = Case opened by { $who }.
room-fact-case-refused = The mediation centre did not take the case: { $ground }.
room-fact-invited = { $who } got the invitation and can answer until { $date }.
room-fact-invitation-accepted = { $who } accepted the invitation.
room-fact-invitation-refused = { $who } refused the invitation.
room-fact-invitation-lapsed = The invitation to { $who } ended without an answer.
room-fact-phase-changed = Now: { $phase }.
room-fact-seat-taken = { $name } joined the case ({ $seat }).
room-fact-seat-left = The seat is free: { $seat }.
room-fact-seat-handed-over = { $name } takes the seat ({ $seat }). Reason: { $reason }.
room-fact-mediator-requested = { $who } asked for a mediator.
room-fact-mediator-requested-nobody = A mediator was asked for.
room-fact-mediator-assigned = { $name } was named as mediator.
room-fact-mediator-declined = The person named did not agree to mediate. Somebody else will be named.
room-fact-mediator-accepted = { $name } agreed to mediate this case.
room-fact-mediator-disclosed = Declaration by { $name }
room-fact-mediator-cases = { $count ->
    [0] Has never mediated a case of this company.
    [one] Has mediated { $count } case of this company.
   *[other] Has mediated { $count } cases of this company.
  }
room-fact-ground-rules-accepted = { $who } accepted the mediation terms.
room-fact-stage-moved = Stage: { $stage }.
room-fact-stage-noted = Stage { $stage }: { $note }
room-fact-reflection-waived = { $who } gave up the 24 hours to reflect.
room-fact-agreement-worded = { $who } corrected the wording of the agreement.
room-fact-agreement-drafted = The agreement is written. It can be signed until { $date }.
room-fact-agreement-signed = { $who } signed the agreement.
room-fact-agreement-refused = { $who } does not sign the agreement: { $ground }.
room-fact-agreement-lapsed = The time to sign is over. The case goes back to the conversation.
room-fact-agreement-concluded = Everyone signed. The agreement is concluded.
room-fact-agreement-sealed = The final document is ready.
room-fact-obligations-started = The dates of the agreement have started.
room-fact-obligation-reported = { $who } reported it done: { $what }.
room-fact-obligation-confirmed = { $who } confirmed: { $what }.
room-fact-obligation-disputed = { $who } says it was not done: { $what }.
room-fact-mediation-left = { $who } left the mediation.
room-fact-impasse-declared = The mediation ended without agreement: { $ground }.
room-fact-case-withdrawn = { $who } withdrew the complaint.
room-fact-escalation-opened = The case went to: { $queue }. Reason: { $ground }. Due: { $date }.
room-fact-final-term-made = Final term: { $ground }.
room-fact-case-closed = { $outcome }.
room-fact-party-named = { $who } gave the full name: { $name }
room-fact-hand-over-noted = Hand-over to { $name }: { $note }
room-fact-floor-paused = { $who } paused the joint room.
room-fact-floor-opened = { $who } reopened the joint room.
room-fact-summary-confirmed = { $who } confirmed the summary.
room-fact-summary-corrected = { $who } corrected the summary: { $text }
room-fact-disclosure-allowed = { $who } allowed it to be told.
room-fact-disclosure-denied = { $who } asked not to tell it.
room-fact-disclosure-used = These words were brought to the joint room.
room-fact-words-disclosed = Said by { $who } to the mediator, told with leave
room-fact-proposal-accepted = { $who } accepted proposal { $number }.
room-fact-proposal-declined = { $who } declined proposal { $number }.
room-fact-proposal-declined-because = { $who } declined proposal { $number }: { $ground }.
room-fact-proposal-would-work = What would work for { $who }: { $text }
room-fact-proposal-withdrawn = { $who } withdrew proposal { $number }.
room-fact-proposal-expired = Proposal { $number } expired.
room-fact-proposal-agreed = Both sides accepted proposal { $number }.
room-fact-proposal-not-agreed = Proposal { $number } was not accepted by both sides.
room-fact-idea-allowed = { $who } allows this idea to be carried to the other side.
room-fact-idea-conveyed = The idea was carried as proposal { $number }.
room-fact-seat-left-by = { $name } left the seat ({ $seat }).
room-fact-participant-removed = The mediator removed a person of { $name } from the conversation: { $ground }.
room-fact-representative-awaited = { $who } has to send another person by { $date }.
room-fact-first-reply = { $who } replied for the first time.
room-fact-reply-overdue = The reply of { $who } is late. The mediation centre was told.
room-fact-consent-given-joint = { $who } allows exporting the conversation with everyone.
room-fact-consent-given-former = { $who } lets the new mediator read the former private conversation.
room-fact-consent-withdrawn-joint = { $who } no longer allows exporting the conversation with everyone.
room-fact-consent-withdrawn-former = { $who } no longer lets the new mediator read the former private conversation.
room-fact-extension-asked = { $who } asks for { $days } more for the mediation.
room-fact-extended = Both sides gave the mediation { $days } more.
room-fact-reminded = Reminder: { $rule }, by { $date }.
room-fact-entry-claimed = { $name } took the case ({ $queue }).
room-fact-entry-released = The officer gave the case back to the queue: { $queue }.
room-fact-entry-handed-over = { $name } now looks after the case ({ $queue }).
room-fact-entry-paused = { $who } was asked, with time until { $date }. The officer's time stands still.
room-fact-entry-resumed = The officer's time runs again, until { $date }.
room-fact-entry-breached = The time passed without an answer: { $queue }. Its manager was told.
room-fact-entry-remitted = The case goes back to mediation, with another mediator, until { $date }.
room-fact-entry-forwarded = The case moves on to: { $queue }. Reason: { $ground }.
room-fact-entry-resolved = The review is finished: { $queue }.
room-fact-obligation-overdue = Overdue: { $what }.
room-fact-obligation-breached = Broken: { $what }. The enforcement packet is made for whoever is owed.
room-fact-obligation-presumed = Counted as done, not confirmed: { $what }.
room-fact-case-reopened = { $who } reopened the case.
room-fact-paper-filed = Document ready: { $paper }.
room-fact-sharing-allowed = { $who } marked a file: may be passed on.
room-fact-recommendation-agreed = Both sides accepted recommendation { $number }. It becomes the agreement.
room-fact-feedback-shared = { $who } gave { $score } of 5: { $comment }
room-fact-question-lapsed = { $who } did not answer the question in time.
room-fact-release-allowed = { $who } releases an item of the conversation with everyone. The other side has not.
room-fact-release-allowed-own = { $who } releases an item of its own private conversation.

## What the mediator heard, and asks to tell

room-summary = What { $name } heard
room-summary-of = Summary for { $name }
room-summary-confirm = That is it
room-summary-correct = Correct it
room-summary-correct-label = What is different?
room-summary-correct-send = Send correction
room-summary-confirmed = Confirmed
room-summary-waits = { $name } has not confirmed yet
room-disclosure-to-company = { $mediator } asks to tell the company:
room-disclosure-to-consumer = { $mediator } asks to tell { $consumer }:
room-disclosure-asked-company = Asked to tell the company
room-disclosure-asked-consumer = Asked to tell { $consumer }
room-disclosure-allow = You may tell
room-disclosure-deny = Do not tell
room-disclosure-waits = { $name } has not answered yet
room-disclosure-allowed = { $name } allowed it
room-disclosure-denied = { $name } did not allow it
room-disclosure-used = Brought to the joint room
room-disclosure-bring = Bring to the joint room
room-quote = “{ $text }”

## Proposals

room-offer-of = Proposal { $number } from { $name }
room-offer-yours = Your proposal { $number }
room-offer-valid = valid until { $date }
room-offer-before = before { $value }
room-offer-none-before = not there before
room-offer-answers = Answers proposal { $number }
room-offer-same = Same: { $terms }
room-offer-clauses = Other conditions
room-offer-both = Needs both sides to accept. Each side sees only its own answer.
room-offer-your-yes = You accepted. The other side's answer appears once both are given.
room-offer-your-no = You declined. Nobody knows until both answers are given.
room-offer-wait-both = Waiting for both
room-offer-not-agreed = Not accepted by both
room-offer-accept = Accept
room-offer-counter = Make an offer
room-offer-decline = Decline
room-offer-withdraw = Withdraw proposal
room-offer-compare = Compare
room-offer-waits = Waits for { $name }
room-offer-bar = Proposal { $number } from { $name }: { $summary }
room-offer-see = See proposal

room-chip-more = { $amount } more
room-chip-less = { $amount } less
room-chip-faster = faster
room-chip-later = later
room-chip-new = new
room-chip-removed = removed
room-chip-as-you-asked = as you asked
room-chip-same = same
room-chip-due-changed = date changed
room-chip-text-changed = detail changed
room-chip-better = better for you
room-chip-further = further away for you

room-accept-title = Accept proposal { $number }
room-accept-check = Check before you accept
room-accept-you-get = You get: { $what }
room-accept-you-owe = You commit to: { $what }
room-accept-other-owes = { $name } commits to: { $what }
room-accept-closes = What this closes:
room-accept-closes-what = the complaint about { $subject }.
room-accept-not-final = It is not final yet:
room-accept-not-final-what = you read the full agreement and sign only if you agree.
room-accept-doubt = Unsure about your rights? Show the agreement to somebody you trust or to a lawyer before signing.
room-accept-yes = Yes, I accept
room-accept-back = Back
room-accept-changed = The proposal changed while you were reading. Nothing was accepted. See the newest one.
room-accept-offline = Accepting needs the internet. Nothing was sent.
room-accept-closed = This proposal is no longer open. Nothing was accepted.

room-decline-title = Decline proposal { $number }
room-decline-why = Why? (optional)
room-decline-would-work = What would work? (optional)
room-decline-would-work-hint = Whoever made the proposal reads this.
room-decline-yes = Decline

room-withdraw-title = Withdraw proposal { $number }?
room-withdraw-body = The other side will see that you withdrew it.

room-compare-none = none

room-idea = Idea from { $name }
room-idea-yours = Your idea, seen by { $mediator } alone
room-idea-allow = May be carried to the other side
room-idea-allowed = May be carried to the other side
room-idea-not-allowed = Only the mediator sees it
room-idea-convey = Carry as a proposal
room-idea-conveyed = Carried as proposal { $number }

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
room-why-title = Where the dates come from
room-why-none = No deadline is running now.
room-why-started = Counted from { $date }
room-why-owner = Who acts: { $name }
room-why-both = both sides
room-why-paused = It stands still while an answer is awaited.
room-why-breach = After the due date there are { $length } before it counts as broken. Then the case goes to the legal team.
room-why-question = Whoever asked set how long the answer is awaited. Then the review goes on without it.
room-why-length-unknown = a set time
room-turn-officer = The case is with: { $queue }

## A case that does not settle
room-where-title = Where the case is
room-where-queue = The case is with: { $queue }
room-where-companys = It is a team of the company itself, which also reads the conversation with everyone.
room-where-yours = It is a team of your company, which also reads the conversation with everyone.
room-where-independent = It does not belong to the company. It hears both sides together.
room-where-has = { $name } has the case in hand.
room-where-unclaimed = Nobody of the team has taken the case yet.
room-where-asked = It waits for an answer ({ $name }). The team's time stands still.
room-where-asked-you = It waits for your answer. The team's time stands still.
room-where-more = Know more
room-where-state = State
room-where-ground = Why it came
room-where-since = Since
room-where-officer = Who has it
room-where-nobody = nobody yet
room-where-until = Until
room-where-late = overdue
room-where-ended = Ended
room-where-next = What may happen now
room-where-next-1 = Questions to the sides. Both read the question and the answer.
room-where-next-2 = Recommended terms, or a new mediation with another mediator.
room-where-next-company = Without agreement the case goes to the platform's independent ombudsman.
room-where-next-operator = Without agreement the case ends with a final term and a certificate.
room-where-remitted = Back in mediation, with another mediator
room-where-remitted-by = Sent back by: { $queue }.
room-where-remitted-until = This mediation lasts until { $date }.
room-where-awaited = Waiting for { $name } to send another person until { $date }
room-where-awaited-you = Until then nobody writes to everyone. Take the seat to go on.
room-where-awaited-then = Until then the conversation with everyone stands still. If nobody comes, the case goes to the ombudsman.
room-where-join = Take the seat
room-handover = What was passed on for the review
room-handover-lead = Made on { $date }. It does not change; what is released later follows below.
room-handover-in = In the file
room-handover-complaint = Read the complaint
room-handover-procedure = The facts of the procedure: who joined, dates and phases ({ $count })
room-handover-files = { $count ->
    [0] No file was marked to be passed on
    [one] 1 file that its owner marked
   *[other] { $count } files that their owners marked
  }
room-handover-out = Left out, and why
room-question-you = { $who } asks you
room-question-of = { $who } asks { $name }
room-question-answer = Your answer
room-question-hint = The other side reads the answer and its files too. Answer by { $date }.
room-question-attach = Attach photos or documents
room-question-empty = Write the answer.
room-question-send = Send answer
room-question-waits = Waits for { $name } to answer by { $date }.
room-answer-of = Answer by { $who }, { $date }
room-recommendation = Recommendation { $number }: { $name }
room-release = Pass on to the review
room-release-title = Pass this item on to the review?
room-release-body-joint = It is read there only if both sides release it ({ $officer }). { $name } sees that you did. It cannot be undone.
room-release-body-own = This was said in private. If you release it, { $name } reads it too, and: { $officer }. It cannot be undone.
room-release-done = Passed on to the review
room-release-waits = You released it. Waits for { $name }
room-release-asked = { $name } released it. Waits for you
room-released-joint = Said by { $who } to everyone, { $date }. Released by both sides.
room-released-own = Said by { $who } in private, { $date }. Released by whoever said it.
room-extend = Ask for more time
room-extend-other = Ask for another length
room-extend-days = How many more days
room-extend-hint = It counts once both sides ask for the same.
room-extend-fault = Write a number from 1 to { $max }.
room-extend-send = Ask for these days
room-extend-agree = Agree to { $days } more
room-extend-yours = You asked for { $days } more. The other side has not.
room-extend-theirs = { $name } asks for { $days } more.
room-why-invitation = The invitation is valid for { $length }. No answer counts as a refusal.
room-why-first_reply = The company has { $length } for its first reply. Then the case goes to the ombudsman.
room-why-room_reply = Each reply in the room has { $length }. Then there are reminders, and the centre is told.
room-why-proposal_validity = Whoever made proposal { $number } chose how long it is valid.
room-why-mediator_accepts = The person named has { $length } to agree to mediate. Then somebody else is named.
room-why-mediation = The mediation lasts up to { $length }. Both sides may extend it.
room-why-procedure = The whole case lasts up to { $length }, until there is an agreement. Then it goes to the ombudsman.
room-why-signatures = Once written, the agreement can be signed until this date. Then the case goes back to the conversation.
room-why-obligation = It is the date set in the agreement.
room-why-confirmation = Unconfirmed after two reminders, it counts as done on this date. The case can be reopened.
room-why-reflection = The consumer has 24 hours to think before signing, unless they give that up.
room-why-replace_representative = The company has { $length } to send another person. Then the case goes to the ombudsman.
room-why-remitted_mediation = A mediation sent back has { $length }. Without agreement the case returns to whoever sent it.
room-why-silent_consumer = After three reminders there are { $length }. Then the case closes and can be reopened.
room-why-ombudsman_entry = The ombudsman has { $length }. If it passes, its manager is told.
room-why-legal_entry = The legal team has { $length }. If it passes, its manager is told.
room-why-follow_up = We ask whether all is well { $length } after the last obligation.

room-stages = Stages
room-stage-step = Step { $n } of 5: { $stage }
room-stage-done = { $stage }, done
room-stage-now = { $stage }, current stage
room-stage-later = { $stage }, later

## Pause before a heated message

room-tone-title = Review before sending?
room-tone-body = It makes sense to be angry. The underlined part may make the company defend itself instead of fixing this.
room-tone-body-company = It makes sense to feel under pressure. The underlined part may leave { $name } without an answer.
room-tone-body-evasive = The underlined part may sound like a set phrase. Say what you will do and when.
room-tone-review = Review the message
room-tone-mediator = Send only to the mediator
room-tone-anyway = Send anyway
room-tone-only-you = Only you see this notice. It is not recorded.
room-tone-off = Do not show this notice again
room-tone-help = If you or somebody else is in danger, call your local emergency number now (112 or 911).

## Waiting

room-wait-title = What happens now
room-wait-answers = { $name } answers by { $date }.
room-wait-answers-open = { $name } has not answered yet.
room-wait-late-mediator = If they do not answer, { $mediator } presses them and tells you.
room-wait-late = If they do not answer, the mediation centre presses them and tells you.
room-wait-never = The company's silence never counts against you.

## Small words

room-and = { $a } and { $b }
room-queue-company_ombudsman = ombudsman of { $company }
room-queue-company_legal = legal team of { $company }
room-queue-operator_ombudsman = platform's independent ombudsman
room-queue-operator_legal = platform's legal team
room-length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
room-length-working_days = { $count ->
    [one] { $count } business day
   *[other] { $count } business days
  }
room-close = Close
room-cancel = Cancel

## Editor and lists

room-offer-new = New proposal
room-edit-title = Your proposal
room-edit-title-answer = Answer proposal { $number }
room-edit-title-mediator = Propose as mediator
room-edit-title-idea = Give the mediator an idea
room-edit-term = Term { $number }
room-edit-kind = What
room-edit-debtor = Who does it
room-edit-amount = Amount in { $currency }
room-edit-amount-less = { $amount } less
room-edit-amount-more = { $amount } more
room-edit-currency = Currency
room-edit-due-days = days after signing
room-edit-due-working-days = business days after signing
room-edit-due-date = by a date
room-edit-days = How many days
room-edit-days-less = 1 day less
room-edit-days-more = 1 day more
room-edit-date = Date
room-edit-description = Detail (optional)
room-edit-description-needed = Detail
room-edit-description-hint = How, where, which product. Example: by bank transfer.
room-edit-add = Add a term
room-edit-remove = Remove term { $number }
room-edit-clauses = Other conditions
room-edit-clause = Condition { $number }
room-edit-clause-add = Add a condition
room-edit-clause-remove = Remove condition { $number }
room-edit-note = Message with the proposal (optional)
room-edit-valid = Valid for
room-edit-valid-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
room-edit-preview = How { $name } will see it
room-edit-preview-both = How both sides will see it
room-edit-check = Check before sending
room-edit-send-to = Send proposal to { $name }
room-edit-send-both = Send proposal to both
room-edit-send-idea = Give the idea only to { $name }
room-edit-cancel = Back to the conversation
room-edit-moved = A new proposal came in while you were writing. What you typed is kept. Check before sending.
room-edit-gap = { $amount } missing for your proposal to meet what { $name } asks.
room-edit-gap-none = The amount already equals what { $name } proposed.
room-edit-draft-only-you = draft, only you see it
room-errors = { $count ->
    [one] There is { $count } field to correct
   *[other] There are { $count } fields to correct
  }
room-error-amount-missing = Write the amount. Example: 1,280.00.
room-error-amount-unreadable = This amount is not clear. Write figures only. Example: 1,280.00.
room-error-due-missing = Write when it is due.
room-error-due-past = Choose a date from today on.
room-error-description-missing = Say in a few words what will be done.
room-error-terms-empty = Add at least one term.
room-error-not-sent = Not sent: { $reason } What you wrote is kept.
room-error-offline = No internet. What you wrote is kept. Try again once you are online.
room-compare = Compare proposals
room-compare-term = Term
room-compare-you-asked = You asked
room-compare-they-offer = { $name } offers
room-compare-show-same = Show terms that are the same
room-compare-hide-same = Hide terms that are the same
room-edit-due = How the days are counted
room-edit-take-out = Remove
room-edit-put-back = Put back: { $what }
room-edit-sent = Proposal sent.
room-gap-title = Is the money getting closer?
room-gap-table = See table

## Editor and lists

room-idea-give = Give an idea

## Editor and lists

room-online = online
room-away = away from the page
room-floor-open = open
room-floor-paused = paused
