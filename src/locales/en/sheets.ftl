### Texts of the rooms that no log shows at once: sheets, the editor of offers, the cards of caucuses and reviews.

## Messages

room-hide-title = Hide this message?
room-hide-body = The joint room shows that you hid a message and why. The text no longer shows.

## Papers of procedure

room-access = Who looked into this case
room-access-lead = Ombudsman, legal, management and coordination: who looked, when and at what.
room-papers-volume = Volume as PDF
room-papers = Papers of the procedure
room-papers-none = There are no papers of the procedure yet.
room-papers-numbered = { $name } { $number }
room-papers-final_term = How and why the mediation ended
room-papers-certificate = Proves the attempt to settle, without what was said
room-papers-procedure = Facts and dates of the case, with proofs
room-papers-now = Record of the procedure so far
room-papers-now-about = The facts of the case up to this moment
room-papers-enforcement = The agreement and what was not kept, to take to court
room-papers-receipt = What you asked, when it reached the company and whether it answered, as of today
room-papers-agreements = Agreements
room-papers-agreement = Agreement, version { $version }, of { $date }
room-papers-get = Download { $name } as { $format }
room-record = Record of the case
room-record-procedural = The facts of the procedure and their proofs, without words or figures.
room-record-procedural-get = Download the procedure (ZIP)
room-record-joint = What you read in the joint room, with the proofs.
room-record-joint-get = Download with the conversation (ZIP)
room-record-missing = Permission missing from: { $names }
room-record-allowed = Both sides allow it.
room-record-officers = An ombudsman or legal team takes the joint room along only if both sides allow it. Private conversations are never included.
room-consent-give = Allow
room-consent-withdraw = Withdraw the permission
room-former-open = The present mediator may read what you told the former one.
room-former-closed = The present mediator does not read what you told the former one, unless you allow it.

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
room-disclosure-asked-company = Request to tell the company
room-disclosure-asked-consumer = Request to tell { $consumer }
room-disclosure-allow = You may tell
room-disclosure-deny = Do not tell
room-disclosure-waits = { $name } has not answered yet
room-disclosure-allowed = { $name } allowed it
room-disclosure-denied = { $name } did not allow it
room-disclosure-used = Brought to the joint room
room-disclosure-bring = Bring to the joint room

## Proposals

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

room-idea-yours = Your idea, seen by { $mediator } alone
room-idea-allow = May be taken to the other side
room-idea-allow-title = Show this idea to { $name }?
room-idea-allow-lead = The mediator may put it in the joint room as your numbered proposal. { $name } can then accept it.
room-idea-allowed = May be taken to the other side
room-idea-not-allowed = Only the mediator sees it
room-idea-convey = Put forward as a proposal
room-idea-convey-title = Put this idea forward in the joint room?
room-idea-convey-lead = It becomes proposal { $number }, in the name of { $name }. Everyone sees it, and the other side can accept it.
room-idea-conveyed = Put forward as proposal { $number }

## Turn and stages

room-why-title = Where the dates come from
room-why-none = No deadline is running now.
room-why-started = Counted from { $date }
room-why-owner = Who acts: { $name }
room-why-both = both sides
room-why-paused = It stands still while an answer is awaited.
room-why-breach = It counts as broken { $length } after the due date. Then the case goes to the legal team.
room-why-question = Whoever asked set how long to wait for the answer. Then the review goes on without it.
room-why-ground_rules = Each side has { $length } to accept the mediation terms. Then there is a reminder and the coordinators are told; whoever does not accept leaves the mediation.
room-why-mediator_missing = Nobody is free to mediate. The coordinators are told every working day until they name somebody.
room-why-admission = The coordinators have { $length } to admit or refuse the complaint, and are reminded every working day after that.
room-why-entry_overdue = The team’s time is over: the coordinators are told every working day until somebody answers.
room-why-length-unknown = a set time

## A case that does not settle

room-where-title = Where the case is
room-where-state = State
room-where-ground = Why it came
room-where-since = Since
room-where-officer = Who has it
room-where-nobody = nobody yet
room-where-until = Until
room-where-late = overdue
room-where-ended = Ended
room-where-next = What may happen now
room-where-next-1 = Questions to each side. Both read the question and the answer.
room-where-next-2 = Recommended terms, or a new mediation with another mediator.
room-where-next-company = Without agreement the case goes to the platform's independent ombudsman.
room-where-next-operator = Without agreement the case ends and the papers of the procedure are made.
room-handover = What was passed on for the review
room-handover-lead = Made: { $date }. It does not change; what is released later follows below.
room-handover-in = In the file
room-handover-complaint = Read the complaint
room-handover-procedure = The facts of the procedure: who joined, dates and phases ({ $count })
room-handover-files = { $count ->
    [0] No file was marked to be passed on
    [one] 1 file marked by whoever sent it
   *[other] { $count } files marked by whoever sent them
}
room-handover-out = Left out, and why
room-question-you = { $who } asks you
room-question-of = { $who } asks { $name }
room-question-answer = Your answer
room-question-hint = The other side reads the answer and its files too. Answer by { $date }.
room-question-attach = Attach photos or documents
room-question-empty = Write the answer.
room-question-send = Send answer
room-question-waits = Waiting for { $name } to answer by { $date }.
room-released-joint = Said by { $who } in the joint room, { $date }. Released by both sides.
room-released-own = Said by { $who } in private, { $date }. Released by whoever said it.
room-extend = Ask for more time
room-extend-other = Ask for another length
room-extend-days = How many more days
room-extend-hint = It counts once both sides ask for the same.
room-extend-fault = Enter a number from 1 to { $max }.
room-extend-send = Ask for these days
room-extend-agree = Agree to { $days } more
room-extend-yours = You asked for { $days } more. The other side has not yet.
room-extend-theirs = { $name } asks for { $days } more.
room-why-invitation = The invitation is valid for { $length }. No answer counts as a refusal.
room-why-first_reply = The company has { $length } for its first reply. Then the case goes to the ombudsman.
room-why-room_reply = Each reply in the room is due within { $length }. Then there are reminders, and the centre is told.
room-why-proposal_validity = Whoever made proposal { $number } chose how long it is valid.
room-why-mediator_accepts = The person named has { $length } to agree to mediate. Then somebody else is named.
room-why-mediation = The mediation lasts up to { $length }. Both sides may extend it.
room-why-procedure = The case lasts up to { $length } without an agreement. Then it goes to the ombudsman.
room-why-signatures = Once written, the agreement can be signed until this date. Then the case goes back to the conversation.
room-why-obligation = It is the date set in the agreement.
room-why-confirmation = Unconfirmed after two reminders, it counts as done on this date. The consumer can still reopen the case.
room-why-reflection = It gives the consumer time to think before signing, unless they give it up.
room-why-replace_representative = The company has { $length } to send another person. Then the case goes to the ombudsman.
room-why-remitted_mediation = A mediation sent back has { $length }. Without agreement the case returns to whoever sent it back.
room-why-silent_consumer = The case closes { $length } after the third reminder, and can be reopened.
room-why-ombudsman_entry = The ombudsman has { $length }. If it passes, its manager is told.
room-why-legal_entry = The legal team has { $length }. If it passes, its manager is told.
room-why-follow_up = We ask whether all is well { $length } after the last obligation.

## Pause before a heated message

room-tone-title = Review before sending?
room-tone-body = It makes sense to be angry. The underlined part may make the company defend itself instead of fixing this.
room-tone-body-company = It makes sense to feel under pressure. The underlined part may leave { $name } feeling unanswered.
room-tone-body-evasive = The underlined part may sound like a set phrase. Say what you will do and when.
room-tone-body-calming = Being told to calm down makes most people angrier. Instead of the underlined part, say what you have understood or what you will do.
room-tone-review = Review the message
room-tone-mediator = Send only to the mediator
room-tone-anyway = Send anyway
room-tone-only-you = Only you see this notice. It is not recorded.
room-tone-off = Do not show this notice again
room-tone-help = If you or somebody else is in danger, call your local emergency number now (112 or 911).

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
room-edit-due-working-days = working days after signing
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
room-edit-look-ask = What you ask for
room-edit-look-give = What you propose
room-edit-check = Check before sending
room-edit-send-to = Send proposal to { $name }
room-edit-send-both = Send proposal to both
room-edit-send-idea = Give the idea only to { $name }
room-edit-cancel = Back to the conversation
room-edit-moved = A new proposal came in while you were writing. What you typed is kept. Check before sending.
room-edit-gone = Proposal { $number } is no longer open. What you typed is still here and goes as a new proposal.
room-edit-gap = { $amount } missing for your proposal to meet the proposal of { $name }.
room-edit-gap-none = The amount already equals what { $name } proposed.
room-edit-draft-only-you = draft, only you see it
room-errors = { $count ->
    [one] There is { $count } field to correct
   *[other] There are { $count } fields to correct
  }
room-error-amount-missing = Enter the amount. Example: 1,280.00.
room-error-due-missing = Enter when it is due.
room-error-due-past = Choose a date from today on.
room-error-description-missing = Say in a few words what will be done.
room-error-terms-empty = Add at least one term.
room-error-clause-value-missing = Enter the number of the clause. Example: 2 or 0.5.
room-error-clause-value-out = The number is above the limit, or below it.
room-error-not-sent = Not sent: { $reason } What you wrote is kept.
room-error-offline = No internet. What you wrote is kept. Try again once you are online.
room-compare = Compare proposals
room-compare-term = Term
room-compare-show-same = Show terms that are the same
room-compare-hide-same = Hide terms that are the same
room-edit-due = How the days are counted
room-edit-take-out = Remove
room-edit-put-back = Put back: { $what }
room-edit-sent = Proposal sent.
room-gap-title = Is the money getting closer?
room-gap-table = See table

room-idea-give = Give an idea

consumer-documents-none = No file has been sent yet. Attach a photo or file when you write.
consumer-documents-joint = With everyone
consumer-documents-private = Only with the mediator
consumer-documents-agreement = Agreement
consumer-menu-cases = See my cases
consumer-menu-rules = Rules of the mediation
consumer-menu-mediator = Ask for a mediator
consumer-menu-mediator-body = An impartial mediator joins the conversation. It is free for you. You can talk to the mediator in private.
consumer-menu-mediator-yes = Ask for a mediator
consumer-menu-leave = Leave the mediation
consumer-menu-leave-body = The mediation ends without an agreement and the case goes to the ombudsman. You can still read what you could read, and go to a consumer agency or to court.
consumer-menu-leave-yes = Leave the mediation
consumer-menu-withdraw = Withdraw the complaint
consumer-menu-withdraw-body = The case closes now. To come back you would have to make another complaint.
consumer-menu-withdraw-yes = Withdraw and close
consumer-menu-device = This is not my device
consumer-menu-device-body = We erase from this device what you wrote and did not send, and you leave the case here.
consumer-menu-device-yes = Erase and leave
consumer-menu-person = Talk to a person
consumer-menu-help = Unsure about your rights? Talk to a consumer agency or public defender before you decide.
consumer-feedback-title = Is everything settled?
consumer-feedback-solved = Is the problem solved?
consumer-feedback-yes = Yes, it is solved
consumer-feedback-no = No, it is not
consumer-feedback-no-effect = Say what is missing. The case goes back to the conversation and the agreement stands: what was confirmed stays confirmed.
consumer-feedback-unsolved = What is not solved?
consumer-feedback-unsolved-hint = { $company } will read this in the conversation.
consumer-feedback-unsolved-fault = Say what is not solved
consumer-feedback-ends = This answer closes the case. The agreement stands.
consumer-feedback-score = How was it for you?
consumer-feedback-1 = 1: Very bad
consumer-feedback-2 = 2: Bad
consumer-feedback-3 = 3: Neither good nor bad
consumer-feedback-4 = 4: Good
consumer-feedback-5 = 5: Very good
consumer-feedback-score-hint = The score does not change your agreement.
consumer-feedback-words = Anything to add? (optional)
consumer-feedback-share = { $company } may read this comment
consumer-feedback-missing = Choose an answer.
consumer-feedback-send = Send

# Clauses of the house's library
clause-kind-release = Release
clause-kind-penalty = Penalty
clause-kind-interest = Interest
clause-kind-acceleration = Instalments
clause-kind-forum = Court
clauses-chosen = Clauses of the agreement
clauses-title = Ready-made clauses (optional)
clauses-count = { $count ->
    [one] { $count } chosen
   *[other] { $count } chosen
  }
clauses-lead = What it settles for good, what follows from delay, and where to go to court. Press to choose; each says what it means.
clauses-figure-percent = How much (%)
clauses-figure-percent_a_month = How much a month (%)
clauses-figure-percent_a_year = How much a year (%)
clauses-figure-days = How many days
clauses-bounds = From { $least } to { $greatest }. Limit: { $by }.
clauses-house-rule = a rule of this house
clauses-less = Less
clauses-more = More
print-fault = The document cannot print { $signs }. { $count ->
    [one] Say that sign in words.
   *[other] Say those signs in words.
  }

## The terms of the mediation, and the case beside the room
ground-rules-title = Before you write in the mediation
ground-rules-lead = { $name } has agreed to mediate. Read and accept the mediation terms.
ground-rules-1 = The mediation is confidential. Not even the mediator may tell, subject to legal exceptions.
ground-rules-2 = The mediator does not decide. The mediator helps you decide.
ground-rules-3 = In the private conversation the other side sees nothing. Only words that you allow are taken to it.
ground-rules-4 = Respect, always. The mediator may pause the joint room.
ground-rules-5 = You can leave at any time.
ground-rules-accept = I accept the mediation terms
consumer-case = Your case
consumer-case-reference = Number
consumer-case-company = Company
consumer-case-mediator = Mediator
consumer-case-filed = Opened on
consumer-case-phase = Status

## Where a case is that did not settle
room-where-queue = The case is with: { $queue }
room-where-companys = It is a team at the company itself, which also reads the joint room.
room-where-yours = It is a team at your company, which also reads the joint room.
room-where-independent = It does not belong to the company. It hears both sides together.
room-where-has = { $name } has the case in hand.
room-where-unclaimed = Nobody on the team has claimed the case yet.
room-where-asked = It is waiting for an answer ({ $name }). The team's time stands still.
room-where-asked-you = It is waiting for your answer. The team's time stands still.
room-where-more = Learn more
room-where-remitted = Back in mediation, with another mediator
room-where-remitted-by = Sent back by: { $queue }.
room-where-remitted-until = This mediation lasts until { $date }.
room-where-awaited = Waiting for { $name } to send another person by { $date }
room-where-awaited-you = Until then nobody writes in the joint room. Join the case to go on.
room-where-awaited-then = Until then the joint room stands still. If nobody comes, the case goes to the ombudsman.
room-where-join = Join the case

room-attach-limit = The limit is { $megabytes } MB per file. Make the file smaller and send it again.

# The card of an offer
room-offer-valid = valid until { $date }
room-offer-answers = Answers proposal { $number }
room-offer-both = Needs both sides to accept. Each side sees only its own answer.
room-offer-your-yes = You accepted. Only after the other side answers will you both know whether both accepted.
room-offer-your-no = You declined. Even later, all that is told is that not both accepted; never who declined.
room-offer-wait-both = Waiting for both
room-offer-accept = Accept
room-offer-counter = Make another
room-offer-decline = Decline
room-offer-withdraw = Withdraw proposal
room-offer-compare = Compare
room-offer-waits = Waiting for { $name }
room-withdraw-title = Withdraw proposal { $number }?
room-withdraw-body = The other side will see that you withdrew it.

# On its way
room-kept = Kept, not sent yet
room-sending = Sending
room-held = The case moved while you were offline. Check and send.
room-held-send = Send now
room-refused = Not sent: { $reason }
room-refused-edit = Edit and send again
room-refused-drop = Discard
room-attaching = Sending { $name }
room-attaching-percent = { $percent }%
room-attach-unsure = We do not know whether { $name } arrived. Send again: the file goes only once.
room-attach-failed = { $name } was not sent: { $reason }
room-attach-up = sent already
room-kept-loose = Waiting to be sent. This device did not keep it: leave the page open.
room-leaving = Taking it back. It is not known yet whether it had arrived.
room-out-arrived = It had arrived: it is in the conversation.
room-refused-again = Send again
room-take-back = Take back
room-attached = Attached files
room-attached-count = { $count ->
    [one] 1 file
   *[other] { $count } files
}
room-attach-remove = Remove { $name }

# Below the last message
room-wait-title = What happens now
room-wait-answers = { $name } answers by { $date }.
room-wait-answers-open = { $name } has not answered yet.
room-wait-late-mediator = If they do not answer, { $mediator } reminds them and tells you.
room-wait-late = If they do not answer, the mediation centre reminds them and tells you.
room-wait-late-first = Without an answer by { $date }, the case goes to the independent ombudsman.
room-wait-never = The company's silence never counts against you.
consumer-closed-body = You can still read everything here.
consumer-refused-title = { $company } refused the invitation
consumer-refused-body = A certificate of the refusal is among the documents. Until { $day } the company can still change its mind and accept; we tell you if it does.
consumer-reopen = Reopen the case
consumer-reopen-body = The case goes on, and every time limit starts anew. The company is told.
consumer-reopen-yes = Reopen
consumer-escalate-title = Aren't the proposals working for you?
consumer-escalate-body = Several proposals were declined. You may ask for the case to be reviewed: first by the company's own ombudsman, if it has one, then by the independent ombudsman.
consumer-escalate-refused-title = Do you want somebody to look at the case?
consumer-escalate-refused = Even without the company, the platform's independent ombudsman can look at what you told us.
consumer-escalate-refused-effect = The independent ombudsman gets the case with a deadline. The company is told and can still take part.
consumer-escalate-overdue-title = The company did not answer in time
consumer-escalate-overdue = The company’s team let its time pass. You can now ask for the next team, the platform’s own, to take the case.
consumer-escalate-overdue-effect = The case leaves the company’s team and goes, with a new deadline, to the platform’s. The company is told.
consumer-escalate = Ask the ombudsman to review
consumer-escalate-effect = The conversation ends without agreement and the ombudsman gets the case with a deadline. Any mediation ends.
consumer-escalate-yes = Yes, ask for the review
consumer-feedback = Tell us how it went
consumer-feedback-given = Your score: { $score } out of 5. Thank you for answering.
consumer-talk-title = You reopened the conversation
consumer-talk-body = The signed agreement stands. Once what was missing is solved, say so here: the case closes.
consumer-talk-solved = It is solved
consumer-prepare-title = Until the company answers
consumer-prepare-1 = Gather receipts, photos and reference numbers.
consumer-prepare-2 = Think about what would solve it for you.
consumer-prepare-3 = We tell you by e-mail when the company answers.
consumer-deal-open = Open the agreement

consumer-menu-data = Download my data
consumer-menu-account = Account and devices

# Without a network
room-kept-at = Last read: { $when }

## Passing something on
room-share-title = Bring this file to the joint room?
room-share-body = Everyone will see { $name }. This cannot be undone.
room-file-pass-title = Let this file be passed on?
room-file-pass-body = If the case goes to an ombudsman or legal team, { $name } goes along in the file that both sides read. It counts from the next time the case is passed on and cannot be undone.
room-release-title = Pass this item on to the review?
room-release-body-joint = It will be read only if both sides release it (by: { $officer }). { $name } sees that you did. It cannot be undone.
room-release-body-own = This was said in private. If you release it, { $name } reads it too, and: { $officer }. It cannot be undone.
room-compare-none = none

## The mediator's own
room-band-notes = My notes
room-band-notes-readers = Only you see these. Nobody else, not the parties either.
room-region-notes = Your notes, seen by you alone
room-write-note = Write a note
room-send-note = Save note
room-attach-note = Attach a file to the notes
room-empty-notes = Nothing noted yet.
room-empty-private-mediator = Nothing was said here. What { $name } says stays between you.
room-closed-floor-mediator = You paused the joint room. The parties cannot write here.

## Leaving, the device or the case
frame-part-ended = Your part in this case has ended
frame-part-ended-body = You no longer read what is said in it. What you wrote stays in the record of the case.
frame-part-ended-cases = See my cases
leave-title = Sign out without sending?
leave-lead = This has not been sent yet. If you sign out, it is erased from this device:
leave-message = Waiting message: “{ $words }”
leave-file = Waiting file: { $name }
leave-chosen = Chosen file: { $name }
leave-draft = Draft: “{ $words }”
leave-offer = A proposal you began
leave-complaint = A complaint you began
leave-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
leave-yes = Erase and sign out
leave-no = Stay
leave-unheard = You are signed out on this device, but the server does not know yet. We will tell it as soon as this page is open with a connection.

## Cards of the log that come after it

room-fact-words-disclosed = Said by { $who } in private, shared with permission
room-answer-of = Answer from { $who }, { $date }
room-close = Close
room-online = online
room-away = away from the page
room-floor-open = open
room-floor-paused = paused
room-fact-mediator-cases = { $count ->
    [0] Has never mediated a case of this company.
    [one] Has mediated { $count } case of this company.
   *[other] Has mediated { $count } cases of this company.
  }
room-fact-mediator-disclosed = Declaration by { $name }
room-complaint = Complaint by { $name }
room-complaint-product = Product or service
room-complaint-order = Order
room-complaint-story = What happened
room-complaint-when = When
room-complaint-protocols = Earlier reference numbers
room-complaint-amount = Amount in dispute
room-complaint-remedy = Asks for
room-complaint-accessibility = Accessibility
room-account = { $name }'s account
room-account-care = What customer care has already done
room-account-protocol = reference { $number }
room-quote = “{ $text }”
room-offer-before = before { $value }
room-offer-none-before = not there before
room-offer-same = Same: { $terms }
room-offer-clauses = Other conditions
room-offer-bar = Proposal { $number } from { $name }: { $summary }
room-offer-see = See proposal
room-chip-more = { $amount } more
room-chip-less = { $amount } less
room-chip-new = new
room-chip-removed = removed
room-chip-better = better for you
room-chip-further = worse for you
