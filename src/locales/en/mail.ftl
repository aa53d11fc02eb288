# Mails. The subject says the action; it never holds amounts or details of the complaint.

mail-greeting = Hello { $name },
mail-about-consumer = with { $company }
mail-about-company = of { $consumer } ({ $matter })
mail-about-operator = between { $consumer } and { $company }
mail-footer = Case { $case }. This e-mail comes from { $host }; nobody reads the replies.
mail-footer-plain = This e-mail comes from { $host }; nobody reads the replies.
mail-link-note = The link works once, within a day, and only for you. If it no longer works, the page sends a new one to this address.
mail-ignore = If you did not expect this e-mail, ignore it. Nothing happens without you.
mail-until = Answer by { $until }.
mail-by = Deadline: { $until }.

# A link to sign in
mail-link-subject = Your link to sign in
mail-link-body = You asked for a link to sign in. Open the page and confirm.
mail-link-button = Sign in

# A link to choose a new password
mail-reset-subject = Choose a new password
mail-reset-body = Somebody asked for a new password for this e-mail address. Open the page and choose it. You will be signed out everywhere else.
mail-reset-button = Choose a password
mail-reset-note = { $hours ->
    [one] The link works once, within { $hours } hour, and only for you.
   *[other] The link works once, within { $hours } hours, and only for you.
}
mail-reset-ignore = If it was not you, ignore this e-mail: nothing changes.

# The password was replaced
mail-password-subject = Your password was changed
mail-password-body = Your account has a new password, and all other devices were signed out.
mail-password-not-you = If it was not you, choose another one now, and tell the mediation centre: nobody reads the replies to this e-mail.

# A fresh link to a case
mail-case-link-subject = Your link to case { $case }
mail-case-link-body = Here is a new link to your case { $about }.
mail-case-link-button = Open the case

# Signing code
mail-code-subject = Code to sign agreement { $case }
mail-code-body = Your code to sign is { $code }. It works for 10 minutes, once, and for this document only. We never ask for this code by phone.

# A complaint that waits for its filer to confirm it
mail-draft-subject = Confirm your complaint { $case }
mail-draft-body = A complaint about { $company } was filed with this e-mail address. Open the page, read what it says and confirm. If something is wrong, correct it or drop it there.
mail-draft-until = You can confirm until { $until }. Before that the company receives nothing; without it the complaint is dropped.
mail-draft-button = Read and confirm
mail-draft-not-you = If it was not you who complained, do not confirm: nobody is told.

# Complaint filed, to the consumer
mail-case_filed_link-subject = Your complaint is filed: { $case }
mail-case_filed_link-body = We received your complaint about { $company } and invited the company to resolve it with you. It is free for you. It is voluntary: you can leave at any time. You need no account: this link is your way in.
mail-case_filed_link-button = Open the case
mail-case_filed_waiting-subject = We received your complaint: { $case }
mail-case_filed_waiting-body = We received your complaint about { $company }. First the coordinators see whether the case belongs here; after that the company is invited, and you get a message. It is free for you. It is voluntary: you can leave at any time. You need no account: this link is your way in.
mail-case_filed_waiting-button = Open the case
mail-admitted-subject = Case { $case } was admitted
mail-admitted-body = The coordinators admitted the case { $about }, and the other side was invited. The dates are on the page of the case. You need not do anything now.
mail-admitted-button = Open the case

# Invitation
mail-payer-company = The company pays for the mediation; the consumer pays nothing.
mail-payer-operator = The mediation centre pays for the mediation; neither side pays anything.
mail-invitation-subject = Invitation to resolve case { $case }
mail-invitation-body = { $other } wants to resolve a case with you, directly or with a mediator. Taking part is voluntary, and mediation is confidential. The invitation page says what it is about; the first meeting is in the case's online room, from now on. { $payer }
mail-invitation-button = Read the invitation

# The invitation was answered
mail-invitation_accepted-subject = Case { $case } has begun
mail-invitation_accepted-body = { $other } agreed to talk. Open the room to write or to read the answer.
mail-invitation_accepted-button = Open the room
mail-invitation_refused-subject = Invitation refused in case { $case }
mail-invitation_refused-body = { $other } did not accept the invitation. A certificate of the refusal can be downloaded now. The page shows the other ways and until when the invitation can still be accepted.
mail-invitation_refused-button = See the other ways
mail-invitation_undelivered-subject = The invitation in case { $case } reached nobody
mail-invitation_undelivered-body = No mail server accepted the invitation in the case { $about }. Find out the right address and change it; until then the other side does not know of the case.
mail-invitation_undelivered-button = Open the case

# Talk
mail-message-subject = New message in case { $case }
mail-message-body = There is a new message for you in the case { $about }. Its text stays in the room.
mail-message-button = Read it in the room
mail-private-subject = Your turn: something is waiting for you in case { $case }
mail-private-body = There is something new in your private conversation in the case { $about }. This e-mail does not say what; only you and the mediator read it.
mail-private-button = Open the private conversation

# Proposals
mail-proposal-subject = Your turn: answer the proposal in case { $case }
mail-proposal-body = A new proposal is waiting for you in the case { $about }. Read it, accept it, make another or decline.
mail-proposal-button = See the proposal
mail-proposal_accepted-subject = Proposal accepted in case { $case }
mail-proposal_accepted-body = Both sides agree in the case { $about }. The agreement is now written out for you to read and sign.
mail-proposal_accepted-button = See the agreement
mail-proposal_declined-subject = Your turn: the proposal in case { $case } was declined
mail-proposal_declined-body = The proposal in the case { $about } was not accepted. See the answer and make another.
mail-proposal_declined-button = See the answer
mail-proposal_not_agreed-subject = No agreement on what was proposed in case { $case }
mail-proposal_not_agreed-body = { $author } in the case { $about } was not agreed by both sides. Nobody is told who answered what. The case goes on.
mail-proposal_not_agreed-button = Open the room
mail-not_agreed-mediator = The mediator's proposal
mail-not_agreed-company_ombudsman = The recommendation of the company's ombudsman
mail-not_agreed-company_legal = The recommendation of the company's legal team
mail-not_agreed-operator_ombudsman = The recommendation of the independent ombudsman
mail-not_agreed-operator_legal = The recommendation of the platform's legal team
mail-identify-subject = Your turn: enter your legal name in case { $case }
mail-identify-body = Your legal name and identity number are missing to write the agreement in the case { $about }.
mail-identify-button = Enter them
mail-legal_identity_missing-subject = The company's legal identity is missing in case { $case }
mail-legal_identity_missing-body = The agreement in case { $case } is waiting for the legal identity of { $company }: registered name, registration number and address. A manager of the company enters them and the mediation centre checks them. They are not typed in the case.
mail-legal_identity_missing-button = Open the case

# Mediation
mail-mediator_requested-subject = A mediator was requested in case { $case }
mail-mediator_requested-body = { $other } asked for a mediator. You will get a message when somebody accepts.
mail-mediator_requested-button = Open the case
mail-mediator_assigned-subject = Your turn: agree or decline to mediate case { $case }
mail-mediator_assigned-body = You were named as mediator in the case { $about }. Disclose any conflict of interest, and accept or decline.
mail-mediator_assigned-button = See the assignment
mail-assignment_ended-subject = Case { $case } does not need you any more
mail-assignment_ended-body = You were asked to mediate case { $case }. It went another way before you answered, and there is nothing to do.
mail-assignment_ended-button = See my cases
mail-mediation_started-subject = { $mediator } will mediate case { $case }
mail-mediation_started-body = { $mediator } agreed to mediate the case { $about }. Read what { $mediator } discloses and accept the mediation terms, so that you can write.
mail-mediation_started-button = Read and accept
mail-mediation_ended-subject = The mediation of case { $case } has ended
mail-mediation_ended-body = The mediation of case { $case } has ended, and so has your part in it. There is nothing to do, and what you were told stays confidential.
mail-mediation_ended-button = See my cases

# Agreement
mail-draft_ready-subject = Your turn: read and sign agreement { $case }
mail-draft_ready-body = The text of the agreement in the case { $about } is ready. Take your time to read it, download the PDF and sign with your name. The agreement binds only once every signature is in.
mail-draft_ready-button = Read the agreement
mail-signed-subject = Your turn: your signature is missing on agreement { $case }
mail-signed-body = Somebody else has signed. Read and sign, or say what is wrong.
mail-signed-button = Read and sign
mail-agreement_returned-subject = Agreement { $case } went back to the conversation
mail-agreement_returned-body = The agreement in the case { $about } was not concluded: { $why }. The case is back in its former phase, and you can make another proposal.
mail-agreement_returned-button = Open the room
mail-returned-refused-consumer = the consumer refused to sign
mail-returned-refused-company = the company refused to sign
mail-returned-refused-mediator = the mediator refused to sign
mail-returned-unsigned = signatures were missing when the time was over
mail-returned-mediator = both sides signed, and the mediator did not sign in time
mail-returned-undrafted = it could not be written out in time
mail-returned-other = it was not signed
mail-concluded-subject = Agreement signed by all: { $case }
mail-concluded-body = The agreement in the case { $about } has every signature. Download the final document and see the dates of what was agreed.
mail-concluded-button = Download the agreement
# Below: signed checkpoints of the record.
mail-checkpoints = Keep this mail. The lines below, which are attached as well, are this platform’s digital signature over the record of the case up to now: with them anybody can check later whether anything that was already written has been changed.

# Performance
mail-obligation_reported-subject = Your turn: confirm what was done in case { $case }
mail-obligation_reported-body = { $other } reported that they did what was agreed, or a part of it. Say whether all is well.
mail-obligation_reported-button = Confirm
mail-obligation_confirmed-subject = Confirmed as done in case { $case }
mail-obligation_confirmed-body = { $other } confirmed having received it. The confirmation is your receipt; the page shows what is still missing, if anything is.
mail-obligation_confirmed-button = See the case
mail-obligation_released-subject = Release recorded in case { $case }
mail-obligation_released-body = { $other } released what you still owed, or a part of it. The page shows what is still missing, if anything is.
mail-obligation_released-button = See the agreement
mail-obligation_disputed-subject = Your turn: what you reported in case { $case } is disputed
mail-obligation_disputed-body = { $other } says that something is still missing. Read it and answer.
mail-obligation_disputed-button = Read and answer

# Hand-over and end
mail-seat_given-subject = Case { $case } is now yours
mail-seat_given-body = A colleague handed the case { $about } over to you. The hand-over note is in the case.
mail-seat_given-button = Open the case
mail-escalated-subject = Case { $case } is now with: { $queue }
mail-escalated-body = The case { $about } is now being reviewed by: { $queue }. The page says until when.
mail-escalated-button = See who has the case
mail-queued-subject = A case arrived in your queue: { $case }
mail-queued-body = The case { $about } is waiting for somebody on your team. The page says until when.
mail-queued-button = Open the case
mail-closed-subject = Case { $case } is closed
mail-closed-body = The case { $about } is over. You can still read what you could read, and download its papers.
mail-closed-button = See the case
mail-moved = Why: { $why }.
mail-final-term = The mediation has ended: { $why }. Its closing record is on the page of the case.
mail-terms-consumer = It was the consumer who did not accept them. The mediation never began.
mail-terms-company = It was the company that did not accept them. The mediation never began.
mail-terms-both = Neither side accepted them. The mediation never began.
mail-ended-closed_fulfilled = Everything that was agreed was confirmed as done.
mail-ended-closed_settled_unconfirmed = What was agreed was reported as done, and nobody confirmed or disputed it in time.
mail-ended-closed_released = The side to which something was still owed released it.
mail-ended-closed_enforced_elsewhere = The agreement stands; what is still owed is pursued outside this platform.
mail-ended-closed_no_agreement = It ended without an agreement.
mail-ended-closed_refused = The invitation was refused.
mail-ended-closed_withdrawn = The complaint was withdrawn.
mail-ended-closed_abandoned = An answer that was waited for did not come, in spite of the reminders.
mail-ended-closed_final_answer = It ended with the final answer of the team that reviewed it.
mail-ended-closed_referred_to_court = It ended with the advice to go to court.
mail-ended-not_admitted = This platform did not admit the case.
mail-ended-lapsed = The invitation was not answered in time, which counts as a refusal.
mail-ended-closed_misdirected = The invitation had reached somebody else.
mail-ended-closed_called_back = The company took its invitation back before it was answered.
mail-way-reopen = If the problem continues, you can open the case again on its page.
mail-way-escalate = On the page of the case you can ask the independent ombudsman to review it.
mail-way-accept = If you change your mind, you can still accept the invitation on the page of the case.

# Who speaks for the company
mail-seat_lost-subject = You no longer take part in case { $case }
mail-seat_lost-body = Your part in the case { $about } has ended. You no longer read or write in it, and there is nothing to do. If you have questions, talk to the manager of your team.
mail-seat_lost-button = See my cases
mail-representative_awaited-subject = Case { $case } is waiting for a representative of the company
mail-representative_awaited-body = Nobody represents { $company } in this case now. The company has to name another person; if it does not, the case goes to the ombudsman.
mail-representative_awaited-button = Open the case

# Dates and reminders
mail-deadline_reminder-subject = Reminder: there is a deadline in case { $case }
mail-deadline_reminder-body = This is a reminder about the case { $about }.
mail-deadline_reminder-button = Open the case
mail-reply_overdue-subject = No answer in case { $case }
mail-reply_overdue-body = In the case { $about }, an answer did not come in spite of a reminder. See whose turn it is and talk to that side.
mail-reply_overdue-button = See whose turn it is
mail-signature_overdue-subject = The mediator’s signature is missing on agreement { $case }
mail-signature_overdue-body = In the case { $about }, both sides have signed the agreement, and the mediator has not. Talk to the mediator or name another one on the page of the case, before the time to sign is over.
mail-signature_overdue-button = Open the case
mail-reply_late-subject = Still no answer in case { $case }
mail-reply_late-body = In the case { $about }, the other side's answer did not come in time. We reminded that side and told whoever is in charge of the case.
mail-reply_late-button = See the case
mail-mediator_late-subject = The mediation of case { $case } is late
mail-mediator_late-body = In the case { $about }, the mediator has not answered in time. We have sent a reminder.
mail-mediator_late-button = See the case
mail-signature_late-subject = Only the mediator’s signature is missing on agreement { $case }
mail-signature_late-body = In the case { $about }, both sides have signed; the mediator’s signature is missing. We reminded the mediator and told the coordinators, who can name another one. You need not do anything.
mail-signature_late-button = See the agreement
mail-mediator_missing-subject = Nobody is free to mediate case { $case }
mail-mediator_missing-body = The case { $about } is waiting for a mediator, and nobody without a conflict is free. Name somebody on the page of the case, or add another person. We will tell you every working day until then.
mail-mediator_missing-button = Name a mediator
mail-mediator_awaited-subject = We are still looking for a mediator for case { $case }
mail-mediator_awaited-body = At present nobody is free to mediate the case { $about }. The coordinators are told every working day until they name somebody. You need not do anything.
mail-mediator_awaited-button = See the case
mail-mediator_replaced-subject = Somebody else will mediate case { $case }
mail-mediator_replaced-body = The coordinators gave the case { $about } to another mediator. What you said in private to the former one does not pass to the next, unless you allow it.
mail-mediator_replaced-button = See the case
mail-signer_replaced-subject = The mediator of case { $case } has left it
mail-signer_replaced-body = The coordinators took the case { $about } from its mediator. The words of the agreement stay the same; if it has to be written out anew, you will get a message to read and sign it. What you said in private to the mediator does not pass to another, unless you allow it.
mail-signer_replaced-button = See the agreement
mail-to_admit-subject = Case { $case } is waiting for you to admit it
mail-to_admit-body = The case { $about } has come in. Admit or refuse it: until then nobody at the company is invited.
mail-to_admit-button = Admit or refuse
mail-extension_asked-subject = Your turn: more time is asked for in case { $case }
mail-extension_asked-body = { $other } asked for more time for the mediation. Both sides have to ask for the same: if you agree, ask for the same number of days. If you do not, the deadline stays.
mail-extension_asked-button = See the request
mail-extended-subject = The mediation of case { $case } has more time
mail-extended-body = Both sides agreed to more time for the mediation of the case { $about }. The conversation goes on.
mail-extended-button = Open the case

# The next level
mail-entry_breached-subject = Overdue in the queue: case { $case }
mail-entry_breached-body = The time to deal with the case { $about } is over. See who has it and make sure that somebody answers today.
mail-entry_breached-button = Open the case
mail-entry_late-subject = Case { $case } is late
mail-entry_late-body = The time to deal with the case { $about } is over, and nobody answered it: { $queue }. We told the company’s managers and the coordinators. On the page of the case the consumer can now ask for the next team; if nobody acts, the case goes there unasked.
mail-entry_late-button = See the case
mail-entry_late_house-subject = Case { $case } is late
mail-entry_late_house-body = The time to deal with the case { $about } is over. Who has it: { $queue }. We told the coordinators, who are reminded every working day until somebody answers. You need not do anything.
mail-entry_late_house-button = See the case
mail-question-subject = Your turn: answer the question in case { $case }
mail-question-body = Whoever is reviewing the case { $about } asked you a question. Both sides read the question and your answer.
mail-question-button = Read and answer
mail-question_answered-subject = Your turn: case { $case } is back with you
mail-question_answered-body = The question in the case { $about } was answered, or the time for the answer is over. Your time runs again.
mail-question_answered-button = Open the case
mail-remitted-subject = Case { $case } goes back to mediation
mail-remitted-body = The case { $about } goes back to mediation, with another mediator. You will get a message when somebody accepts.
mail-remitted-button = Open the case
mail-forwarded-subject = Case { $case } is now with: { $queue }
mail-forwarded-body = The case { $about } is now being reviewed by: { $queue }. There is nothing for you to do.
mail-forwarded-button = See who has the case
mail-final_answer-subject = The company gave its final answer in case { $case }
mail-final_answer-body = The company’s team gave its final answer in the case { $about }. The case is now being reviewed by: { $queue }. There is nothing for you to do.
mail-final_answer-button = Read the reasons
mail-passed_on_late-subject = Case { $case } is now with: { $queue }
mail-passed_on_late-body = The company’s team did not answer in time in the case { $about }. The case is now being reviewed by: { $queue }. There is nothing for you to do.
mail-passed_on_late-button = See who has the case
mail-reasons = The reasons are on the page of the case.

# After the agreement
mail-obligation_overdue-subject = Overdue in agreement { $case }
mail-obligation_overdue-body = A due date of the agreement in the case { $about } has passed and something is still owed. Whoever owes it must do it and report it on the page; if not, the case goes to the legal team.
mail-obligation_overdue-button = See the agreement
mail-obligation-which = Item { $number } of the agreement: { $what }.
mail-breached-subject = Agreement { $case } was not kept: see your documents
mail-breached-body = The other side did not keep the agreement in the case { $about } in time. The case is with the legal team, and the enforcement packet is yours. Download and keep it.
mail-breached-button = Download the documents
mail-paper_ready-subject = Documents ready in case { $case }
mail-paper_ready-body = The documents of the case { $about } are ready: the certificate and, of a mediation that ended without an agreement, its closing record. They hold nothing of what was said. Download them when you like.
mail-paper_ready-button = Download the documents
mail-follow_up-subject = Is everything settled in case { $case }?
mail-follow_up-body = The case { $about } ended some days ago. Say whether everything is settled and give a score from 1 to 5. If something is missing, the case reopens.
mail-follow_up-button = Answer
mail-reopened-subject = Case { $case } is open again
mail-reopened-body = The case { $about } is open again. See what is missing and answer on the page.
mail-reopened-button = Open the case

# What each reminder says: which date, until when, and what follows
mail-reminder-invitation = The invitation is waiting for your answer until { $until }. Without one it counts as refused.
mail-reminder-first_reply = { $other } is waiting for your first reply until { $until }. Without one the case goes to the ombudsman.
mail-reminder-room_reply = { $other } expected your answer by { $until }. Write in the room, however briefly.
mail-reminder-room_reply-mediated = { $mediator } expected your answer by { $until }. Write in the room, however briefly.
mail-reminder-room_reply-mediator = The case expected your answer by { $until }. Look at the room and the private conversations.
mail-reminder-proposal_validity = A proposal is waiting for your answer and stands until { $until }. After that it cannot be accepted.
mail-reminder-mediator_accepts = Accept or decline the assignment by { $until }. After that the case goes to somebody else.
mail-reminder-mediation = The time for mediation runs until { $until }. To go on after it, both sides have to ask for more time.
mail-reminder-procedure = You have until { $until } to come to an agreement. After that the case goes to the ombudsman.
mail-reminder-signatures = Your signature is missing on the agreement. Read and sign by { $until }; after that the case goes back to the conversation.
mail-reminder-obligation = You have something to do by { $until }. When it is done, report it on the agreement's page.
mail-reminder-confirmation = The other side reported that it is done. Confirm or dispute it by { $until }; without an answer it counts as done.
mail-reminder-reflection = Your time to think runs until { $until }. After that you can sign.
mail-reminder-replace_representative = The company has to name another person by { $until }. If it does not, the case goes to the ombudsman.
mail-reminder-remitted_mediation = The time for this new mediation runs until { $until }. After that the case returns to the team that sent it back.
mail-reminder-silent_consumer = Without a word from you by { $until }, the case is closed for lack of an answer. Write in the room to continue.
mail-reminder-ombudsman_entry = The ombudsman's time for this case runs until { $until }. Answer it, pass it on or close it.
mail-reminder-legal_entry = The legal team's time for this case runs until { $until }. Answer it, pass it on or close it.
mail-reminder-follow_up = Say whether everything is settled. The question has been open since { $until }.
mail-reminder-breach = What is overdue must be done by { $until }. After that the case goes to the legal team.
mail-reminder-question = Whoever is reviewing the case is waiting for your answer until { $until }. After that it is decided without it.
mail-reminder-ground_rules = The mediation terms are waiting for you to accept them. If you have not by { $until }, the mediation ends.
mail-reminder-mediator_missing = The case is waiting for a mediator; the next message comes on { $until }.
mail-reminder-admission = Admit or refuse the complaint by { $until }.
mail-reminder-entry_overdue = Whoever has the case is late; the next message comes on { $until }.
mail-reminder-again = This is reminder number { $nth } about the same date.
mail-reminder-silence = This was the last reminder. Without an answer by { $until }, the case is closed for lack of an answer. After that, it can still be reopened on its page.

# The page of mails sent, in the demonstration only
mail-page-title = E-mails sent
mail-page-none = No mail yet.
mail-page-all = All
mail-page-intro = This installation has no mail server: what it sends is shown here.

# A company's invitation of a consumer
mail-invited-subject = { $company } invites you to resolve case { $reference }
mail-invited-about = The company { $company } invites you to resolve with it, in writing, a problem with something you bought or a service you used. The case is { $reference }.
mail-invited-voluntary = Taking part is voluntary and, for you, free. You can leave at any time.
mail-invited-meeting = The first conversation is online, in the room of this case, open since { $day }. Come in whenever you can.
mail-invited-proof = Before it shows what the company said, the page asks for something that the company knows about you and that is not in this e-mail.
mail-invited-refusing = Without an answer by then the invitation counts as refused. Refusing takes away none of your rights.
mail-invited-not-you = Is this not about you? Open the link and choose “This is not me”. The company only learns that the address was wrong.

# The invitation reached somebody else
mail-invitation_misdirected-subject = The invitation in case { $case } went to a wrong address
mail-invitation_misdirected-body = Whoever got the invitation meant for { $other } says they are not that person. It was not refused. To invite again, check the address and open another case.
mail-invitation_misdirected-button = See the case
mail-invitation_called_back-subject = The invitation in case { $case } was taken back
mail-invitation_called_back-body = { $other } took back the invitation it had sent. You need not do anything, and none of your rights change.
mail-invitation_called_back-button = See the case

# Another address
mail-address-subject = Confirm that this e-mail is yours
mail-address-body = You asked to receive notices at this address. Open the page and confirm: your former address will no longer be used.
mail-address-button = Confirm this e-mail
mail-farewell-subject = Your e-mail address was replaced
mail-farewell-body = From now on, messages about your cases go to another address, at the request of somebody who signed in with a link from this mailbox. The links in earlier messages no longer work.
mail-farewell-not-you = If this was not you, tell the mediation centre at once by some other means: nobody reads the replies to this e-mail.

mail-test-subject = A test e-mail
mail-test-body = This e-mail shows that sending messages works. You need not do anything.
