# The rules of new cases, on the admin's page.
settings-title = Rules of new cases
settings-lead = Times, limits and choices of { $name }.
settings-keep = What changes here applies to cases that begin later. Existing cases keep the rules they began with.
settings-group-intake = Intake
settings-group-room = Conversation and proposals
settings-group-mediation = Mediation
settings-group-agreement = Agreement and performance
settings-group-officers = Ombudsman and legal team
settings-on = Yes
settings-off = No
settings-unit-days = days
settings-unit-working-days = working days
settings-unit-hours = hours
settings-unit-times = times
settings-amount-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
settings-amount-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
  }
settings-amount-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
settings-amount-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
  }
settings-bounds = From { $least } to { $greatest }.
settings-usual = Default: { $value }.
settings-reset = Back to the default
settings-fault-number = Enter a whole number.
settings-fault-bounds = Enter a number from { $least } to { $greatest }.
settings-fault-above = It cannot be more than “{ $other }”.
settings-changed = { $count ->
    [one] { $count } change not saved
   *[other] { $count } changes not saved
  }
settings-none-changed = Nothing has changed.
settings-saved = Saved. It applies to new cases.
settings-save = Save
settings-undo = Undo
settings-log = What has changed so far
settings-log-none = Nobody has changed anything: the defaults of the installation apply.
settings-log-reset = back to the default
settings-somebody = somebody who has left the team

setting-admit_by_rule = Admit cases by rule
setting-admit_by_rule-more = With “yes”, every complaint is admitted at once. With “no”, a coordinator admits or refuses each one, and the consumer has to wait.
setting-admission_working_days = Time for a coordinator to admit
setting-admission_working_days-more = Where cases are not admitted by rule. After this time the coordinator is told every day.
setting-invitation_days = Time to answer the invitation
setting-invitation_days-more = Whoever was invited has this time from receiving it. After that the invitation counts as refused.
setting-first_reply_days = Time for the company's first reply
setting-first_reply_days-more = After this time without a reply the case goes to the ombudsman.
setting-first_reply_in_working_days = Count the first reply in working days
setting-first_reply_in_working_days-more = For the time of the company's first reply.
setting-procedure_days = Time for the whole procedure
setting-procedure_days-more = From the complaint to the agreement; the time for signing does not count. After that the case goes to the ombudsman.
setting-room_reply_working_days = Time to answer in the conversation
setting-room_reply_working_days-more = For each side and the mediator. After that comes a reminder, and another each time this time has passed.
setting-silent_consumer_days = Wait for a consumer who does not answer
setting-silent_consumer_days-more = Counted from the third reminder. After that the case is closed for lack of an answer, and can be reopened.
setting-proposal_days = How long a proposal is valid
setting-proposal_days-more = Where its author chooses no other length.
setting-proposal_days_max = Longest that a proposal can be valid
setting-proposal_days_max-more = Nobody may leave a proposal open for longer.
setting-refusals_before_escalation = Declined proposals before the ombudsman
setting-refusals_before_escalation-more = After declining this many, the consumer may take the case to the ombudsman.
setting-replace_representative_working_days = Time to send somebody else
setting-replace_representative_working_days-more = Where a side loses the only person who represents it. After that the mediation ends without agreement.
setting-mediator_accept_working_days = Time to accept a mediation
setting-mediator_accept_working_days-more = The person named as mediator accepts or not. After that somebody else is named.
setting-ground_rules_working_days = Time to accept the mediation terms
setting-ground_rules_working_days-more = After that each side that has not gets a reminder.
setting-ground_rules_days = Wait for the mediation terms
setting-ground_rules_days-more = Whoever has not accepted the terms by then has left the mediation, which ends.
setting-mediation_days = Length of the mediation
setting-mediation_days-more = Both sides may extend it. After that it ends without agreement.
setting-remitted_days = Length of a mediation sent back
setting-remitted_days-more = Where the ombudsman or the legal team sends the case back to mediation.
setting-conflict_days = Bar for a conflict of interest
setting-conflict_days-more = Whoever stood with or against one of the parties does not mediate its cases for this time.
setting-company_pays = The company pays for the mediation
setting-company_pays-more = With “no”, the mediation centre pays. The consumer never does. What pages and e-mails of new cases say about the cost changes with it.
setting-signature_days = Time to sign the agreement
setting-signature_days-more = After that the case goes back to the conversation.
setting-reflection_hours = Time to think before signing
setting-reflection_hours-more = The consumer signs only after it, or after giving up the wait. With 0 there is no wait.
setting-breach_days = Delay until it counts as broken
setting-breach_days-more = Counted from the due date. Then comes the enforcement packet, and the case goes to the legal team.
setting-confirmation_reminder_days = Reminder to confirm
setting-confirmation_reminder_days-more = Between the report that it was done and the first reminder, and from there to the second.
setting-confirmation_days = Wait for the confirmation
setting-confirmation_days-more = Counted from the second reminder. After that it counts as done, without confirmation.
setting-follow_up_days = Question whether all is well
setting-follow_up_days-more = After the last obligation the consumer is asked, and gives a score.
setting-ombudsman_working_days = Time of the ombudsman
setting-ombudsman_working_days-more = For each case in the queue. After that the case shows as late and its managers are told.
setting-legal_working_days = Time of the legal team
setting-legal_working_days-more = For each case in the queue. After that the case shows as late and its managers are told.
setting-question_working_days = Time to answer the ombudsman or the legal team
setting-question_working_days-more = Where the question names no other.
setting-breach_to_company = Breaches go to the company's legal team
setting-breach_to_company-more = With “yes”, it goes to the company's own legal team, where it has one. With “no”, to that of the platform.
