### Words of the domain, shared by the page, the mails and the paper.

## Phases
phase-intake = Intake
phase-negotiation = Negotiation
phase-mediation = Mediation
phase-agreed = Agreement to sign
phase-settled = Agreement signed
phase-escalated_ombudsman = With the ombudsman
phase-escalated_legal = With the legal team
phase-closed_fulfilled = Closed: fulfilled
phase-closed_settled_unconfirmed = Closed: not confirmed
phase-closed_no_agreement = Closed: no agreement
phase-closed_refused = Closed: refused
phase-closed_withdrawn = Closed: withdrawn
phase-closed_misdirected = Closed: invitation reached the wrong person
phase-closed_called_back = Closed: invitation taken back
phase-closed_abandoned = Closed: no answer
phase-closed_final_answer = Closed: final answer
phase-closed_referred_to_court = Closed: referred to court
phase-closed_released = Closed: released by the side it was owed to
phase-closed_enforced_elsewhere = Closed: enforced elsewhere

## Stages
stage-opening = opening
stage-facts = gathering facts
stage-negotiating = negotiating
stage-agreement = agreement
stage-signing = signing

## Seats and sides
seat-consumer = consumer
seat-company = company
seat-mediator = mediator
seat-ombudsman = ombudsman
seat-legal = legal
seat-coordinator = coordinator
seat-system = acordo
mediator-unnamed = the mediator

## Roles in an organisation
role-manager = Manager
role-rep = Representative
role-viewer = Viewer
role-admin = Administrator
role-coordinator = Coordinator
role-mediator = Mediator
role-auditor = Auditor
role-ombudsman = Ombudsman
role-legal = Legal

## Queues: who has the case, how far they are, what they are given
queue-company_ombudsman = The company's ombudsman
queue-company_legal = The company's legal team
queue-operator_ombudsman = The platform's independent ombudsman
queue-operator_legal = The platform's legal team
entry-state-waiting = Waiting to be claimed
entry-state-claimed = In review
entry-state-waiting_for_party = Waiting for an answer
entry-state-remitted = Sent back to mediation
entry-state-forwarded = Passed on
entry-state-resolved = Ended
priority-urgent = Urgent
priority-normal = Normal
priority-low = Low
left-out-joint_conversation = The joint room, with its messages and proposals
left-out-private_conversations = The private conversations with the mediator
left-out-mediator_notes = The mediator's notes
left-out-company_notes = The company's team notes
left-out-unmarked_evidence = Documents that whoever sent them did not release
left-out-former_review = The review by the former team
left-out-why-needs_both_sides = It is confidential and is passed on only if both sides release it.
left-out-why-needs_its_side = It is confidential and is passed on only if whoever said it releases it.
left-out-why-never_passed_on = It is never passed on.
left-out-why-needs_its_owner = It is passed on only if whoever sent it marks it.
document-final_term = Closing record of mediation
document-certificate = Certificate of the procedure
document-procedure = Record of the procedure
document-enforcement = Enforcement packet
document-receipt = Receipt of complaint
consent-joint_export = Include the joint room in the record
consent-former_caucus = Open the former private conversation

## Trades
trade-retail = Shops and retail
trade-telecom = Phone and internet
trade-travel = Travel
trade-banking = Banks and cards
trade-energy = Energy and water
trade-health = Health
trade-education = Education
trade-insurance = Insurance
trade-delivery = Delivery
trade-other = Other trade

## What the consumer asks for
remedy-refund = Money back
remedy-replace = A replacement
remedy-repair = A repair
remedy-redo_service = The service done again
remedy-reduce_price = A lower price
remedy-cancel_contract = The contract cancelled
remedy-correct_record = A record or charge corrected
remedy-deliver = What I bought delivered
remedy-explain = An explanation
remedy-other = Something else

## Obligations
obligation-refund = Money back
obligation-pay = Payment
obligation-replace = Replacement
obligation-repair = Repair
obligation-redo_service = Service done again
obligation-reduce_price = Price reduction
obligation-discount = Discount
obligation-voucher = Voucher
obligation-cancel_contract = Cancellation of the contract
obligation-correct_record = Correction of a record
obligation-deliver = Delivery
obligation-apologise = Apology
obligation-explain = Explanation
obligation-other = Other obligation
obligation-state-due = To be done
obligation-state-reported = Reported done
obligation-state-disputed = Disputed
obligation-state-confirmed = Confirmed
obligation-state-presumed = Not confirmed
obligation-state-released = Released

## Proposals
proposal-state-open = Open
proposal-state-accepted = Accepted
proposal-state-declined = Declined
proposal-state-countered = Answered with another
proposal-state-withdrawn = Withdrawn
proposal-state-expired = Expired
proposal-state-superseded = Replaced
proposal-state-not_agreed = Not accepted by both
proposal-state-closed = Closed with its phase

## Grounds
decline-amount_too_low = The amount is too low
decline-amount_too_high = The amount is too high
decline-too_late = It takes too long
decline-not_what_i_asked = It is not what I asked for
decline-not_possible = It cannot be done
decline-other = Another reason
impasse-time_over = Time ran out
impasse-no_agreement = No agreement was reached
impasse-conduct = Conduct of a party
impasse-not_suitable = Not suitable for mediation
impasse-no_representative = A side has no representative
agreement-refuse-wording_wrong = The wording is wrong
agreement-refuse-terms_not_mine = These are not the terms I agreed to
agreement-refuse-changed_mind = I changed my mind
agreement-refuse-need_advice = I want advice first
agreement-refuse-other = Another reason
hand-over-absence = Absence
hand-over-expertise = Knowledge of the subject
hand-over-authority = Authority
hand-over-conflict = Conflict of interest
hand-over-workload = Workload
hand-over-other = Another reason
hide-insult = Insult
hide-threat = Threat
hide-personal_data = Personal data
hide-off_topic = Off topic
refuse-out_of_scope = Out of scope
refuse-not_a_consumer_dispute = Not a consumer dispute
refuse-in_court = Already in court
refuse-abusive = Abusive content
refuse-incomplete = Information is missing
final-agreement = Agreement
final-mediator_declaration = The mediator's declaration
final-time_over = The time for the mediation had run out
final-no_mediator = There was nobody left to mediate
final-agreement_stands = The agreement signed before stands
final-consumer_left = The consumer left the mediation
final-company_left = The company left the mediation
final-both_left = Neither side accepted the mediation terms
final-consumer_did_not_accept = The consumer did not accept the terms of the mediator who came later
final-company_did_not_accept = The company did not accept the terms of the mediator who came later
final-neither_accepted = Neither side accepted the terms of the mediator who came later
final-invitation_refused = Invitation refused
final-invitation_lapsed = Invitation not answered
final-withdrawn = Complaint withdrawn
final-representative_missing = The company did not send another person in time
final-procedure_over = The time for the whole procedure is over
final-proposals_refused = The proposals were declined
final-officer_closed = Closed by the team that reviewed the case
final-abandoned = The consumer stopped answering
final-unconfirmed = Agreement reported as fulfilled, never confirmed
remove-insult = Insult
remove-threat = Threat
remove-disruption = Disruption
forward-not_agreed = No agreement
forward-not_competent = Not a matter for this team
forward-conflict_of_interest = Conflict of interest
forward-final_answer = The company gave its final answer
forward-legal_question = Legal question
forward-overdue = The company’s team did not answer in time
escalation-impasse = The mediation ended without agreement
escalation-party_left = A party left the mediation
escalation-terms_not_accepted = The mediation terms were not accepted in time
escalation-no_first_reply = The company did not reply in time
escalation-procedure_over = The time for the whole procedure is over
escalation-representative_missing = The company did not send another person
escalation-proposals_refused = Proposals declined, at the consumer's request
escalation-breach = The agreement was not kept
escalation-remit_over = The new mediation ended without agreement
escalation-forwarded = Passed on by another team
escalation-company_overdue = The company’s team did not answer in time
escalation-invitation_refused = The company refused the invitation
escalation-no_mediator = The mediation had nobody left to mediate

## Whose turn: what you do
turn-yours-admit = Your turn: admit the case
turn-yours-answer_invitation = Your turn: answer the invitation
turn-yours-reply = Your turn: reply
turn-yours-answer_proposal = Your turn: answer the proposal
turn-yours-accept_ground_rules = Your turn: accept the mediation terms
turn-yours-assign_mediator = Your turn: name a mediator
turn-yours-replace_mediator = Your turn: the mediator has not signed
turn-yours-accept_mediation = Your turn: accept the mediation
turn-yours-mediate = Your turn: guide the conversation
turn-yours-answer_disclosure = Your turn: say whether this may be told
turn-yours-confirm_summary = Your turn: confirm the summary
turn-yours-identify = Your turn: complete your details
turn-yours-legal_identity = Your turn: the company's legal identity is missing
turn-yours-draft = The agreement is being written
turn-yours-sign = Your turn: read and sign
turn-yours-perform = Your turn: do what was agreed
turn-yours-confirm_obligation = Your turn: say whether it was done
turn-yours-review = Your turn: review the case
turn-yours-claim = Your turn: claim the case
turn-yours-answer_question = Your turn: answer the question
turn-yours-replace = Your turn: send somebody else
turn-yours-nothing = Nothing to do now

## Whose turn: others
turn-of-consumer = { $name }'s turn
turn-of-company = { $name }'s turn
turn-of-mediator = { $name }'s turn
turn-of-both = Both sides' turn
turn-of-coordinator = The coordinator's turn
turn-of-officer = The review team's turn
turn-of-several = Signatures are missing
turn-of-system = One moment: we are preparing it
turn-of-nobody = Nobody has to act now
turn-what-admit = Admit the case
turn-what-answer_invitation = Answer the invitation
turn-what-reply = Reply
turn-what-answer_proposal = Answer the proposal
turn-what-accept_ground_rules = Accept the mediation terms
turn-what-assign_mediator = Name a mediator
turn-what-replace_mediator = See to the mediator’s signature
turn-what-accept_mediation = Accept the mediation
turn-what-mediate = Guide the conversation
turn-what-answer_disclosure = Say whether this may be told
turn-what-confirm_summary = Confirm the summary
turn-what-identify = Complete the details
turn-what-legal_identity = Enter the company's legal identity
turn-what-draft = Write the agreement
turn-what-sign = Sign the agreement
turn-what-perform = Do what was agreed
turn-what-confirm_obligation = Confirm that it was done
turn-what-review = Review the case
turn-what-claim = Claim the case
turn-what-answer_question = Answer the question
turn-what-replace = Send somebody else
turn-what-nothing = Nothing
turn-until = By { $when }
turn-over = Was due { $when }
turn-answers-until = Answers by { $when }

## Deadlines: which rule set the date
deadline-invitation = Time to answer the invitation
deadline-first_reply = Time for the company's first reply
deadline-room_reply = Time to reply in the room
deadline-proposal_validity = How long the proposal is valid
deadline-mediator_accepts = Time for the mediator to accept
deadline-mediation = Time for the mediation
deadline-procedure = Time for the whole procedure
deadline-signatures = Time to sign
deadline-obligation = When the obligation is due
deadline-confirmation = Time to confirm
deadline-reflection = Time to reflect before signing
deadline-replace_representative = Time for the company to send another person
deadline-remitted_mediation = Time for the new mediation
deadline-silent_consumer = Time for the consumer to answer
deadline-ombudsman_entry = Time for the ombudsman
deadline-legal_entry = Time for the legal team
deadline-follow_up = Follow-up
deadline-breach = Time before it counts as not kept
deadline-question = Time to answer the question
deadline-ground_rules = Time to accept the mediation terms
deadline-mediator_missing = Next message to the coordinators
deadline-admission = Time to admit the complaint
deadline-entry_overdue = Overdue in the queue

## Signing
method-password = password
method-totp = authenticator code
method-passkey = passkey
method-email_code = code by e-mail

## Dates
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-first = 1
date-day = { $weekday }, { $day } { $month }
date-day-year = { $weekday }, { $day } { $month } { $year }
date-until = { $day }, { $time } ({ $clock })
date-hour = { $hour }:00
date-hour-minute = { $hour }:{ $minute }
date-clock-brasilia = Brasília time
when-today = today, { $time }
when-yesterday = yesterday, { $time }
when-day = { $day }, { $time }
when-today-alone = Today
when-yesterday-alone = Yesterday
due-on = by { $day }
due-days = { $days ->
    [0] on the day of signature
    [one] 1 day after signature
   *[other] { $days } days after signature
}
due-working-days = { $days ->
    [0] on the day of signature
    [one] 1 working day after signature
   *[other] { $days } working days after signature
}
