# Mails. The subject says the action; it never holds amounts or details of the complaint.

mail-greeting = Hello { $name },
mail-footer = Case { $reference }, with { $company }. This e-mail comes from { $host }; nobody reads the answers.
mail-footer-plain = This e-mail comes from { $host }; nobody reads the answers.
mail-link-note = The link works once and only for you. If it no longer works, its page sends a new one to this e-mail.
mail-ignore = If you did not expect this e-mail, ignore it. Nothing happens without you.
mail-until = Answer by { $until }.
mail-by = The time for this runs until { $until }.

# A link to sign in
mail-link-subject = Your link to sign in
mail-link-body = You asked for a link to sign in. Open the page and confirm.
mail-link-button = Sign in

# A fresh link to a case
mail-case-link-subject = Your link to case { $reference }
mail-case-link-body = Here is a fresh link to your case with { $company }.
mail-case-link-button = Open the case

# Signing code
mail-code-subject = Code to sign agreement { $reference }
mail-code-body = Your code to sign is { $code }. It works for 10 minutes, once, and for this document only. We never ask for this code by phone.

# Complaint filed, to the consumer
mail-case_filed_link-subject = Your complaint is filed: { $reference }
mail-case_filed_link-body = We received your complaint about { $company } and invited the company to resolve it with you. It is free and voluntary, and you can leave at any time. You need no account: this link is your way in.
mail-case_filed_link-button = Open the case

# Invitation
mail-invitation-subject = Invitation to resolve case { $reference }
mail-invitation-body = { $other } wants to resolve a case with you, with or without a mediator. It is free and voluntary, and what you say stays confidential.
mail-invitation-button = Read the invitation

# The invitation was answered
mail-invitation_accepted-subject = Case { $reference } has begun
mail-invitation_accepted-body = { $other } agreed to talk. Open the room to write or to read the answer.
mail-invitation_accepted-button = Open the room
mail-invitation_refused-subject = The invitation of case { $reference } was refused
mail-invitation_refused-body = { $other } did not accept the invitation. The page shows other ways and until when this can change.
mail-invitation_refused-button = See the other ways

# Talk
mail-message-subject = New message in case { $reference }
mail-message-body = There is a new message for you in the case with { $company }. Its text stays in the room.
mail-message-button = Read it in the room
mail-private-subject = Your turn: something waits for you in case { $reference }
mail-private-body = There is something new in your private conversation in the case with { $company }. The mail does not say what; only you and the mediator read it.
mail-private-button = Open the private room

# Proposals
mail-proposal-subject = Your turn: answer the proposal in case { $reference }
mail-proposal-body = A new proposal waits for you. Read it, accept it, make another or decline.
mail-proposal-button = See the proposal
mail-proposal_accepted-subject = Proposal accepted in case { $reference }
mail-proposal_accepted-body = Both sides agree. The agreement is now written out for you to read and sign.
mail-proposal_accepted-button = See the agreement
mail-proposal_declined-subject = Your turn: the proposal in case { $reference } was declined
mail-proposal_declined-body = The proposal was not accepted. See what would work and make another.
mail-proposal_declined-button = See the answer
mail-proposal_not_agreed-subject = No agreement on the proposal in case { $reference }
mail-proposal_not_agreed-body = The mediator's proposal did not have a yes from both sides. The talks go on.
mail-proposal_not_agreed-button = Open the room
mail-identify-subject = Your turn: enter your legal name in case { $reference }
mail-identify-body = Your legal name and identifier are missing to write the agreement.
mail-identify-button = Enter them

# Mediation
mail-mediator_requested-subject = A mediator comes to case { $reference }
mail-mediator_requested-body = { $other } asked for a mediator. You get a message when somebody accepts.
mail-mediator_requested-button = Open the case
mail-mediator_assigned-subject = Your turn: accept or decline case { $reference }
mail-mediator_assigned-body = You are named as mediator. Declare your conflicts, accept or decline.
mail-mediator_assigned-button = See the assignment
mail-mediation_started-subject = Case { $reference } has a mediator
mail-mediation_started-body = { $mediator } accepted to mediate the case with { $company }. Read what the mediator declares and accept the rules to write.
mail-mediation_started-button = Read and accept

# Agreement
mail-draft_ready-subject = Your turn: read and sign agreement { $reference }
mail-draft_ready-body = The agreement's text is ready. Read it calmly, download the PDF and sign with your name. Nothing binds before signature.
mail-draft_ready-button = Read the agreement
mail-signed-subject = Your turn: your signature is missing on agreement { $reference }
mail-signed-body = Somebody else has signed. Read and sign, or say what is wrong.
mail-signed-button = Read and sign
mail-agreement_returned-subject = Agreement { $reference } went back to the talks
mail-agreement_returned-body = Not everybody signed the agreement. The case is back in its former phase, and you can make another proposal.
mail-agreement_returned-button = Open the room
mail-concluded-subject = Agreement signed by all: { $reference }
mail-concluded-body = Everybody has signed. Download the final document and see the dates of what was agreed.
mail-concluded-button = Download the agreement

# Performance
mail-obligation_reported-subject = Your turn: confirm what was done in case { $reference }
mail-obligation_reported-body = { $other } reported that they did what was agreed. Say whether all is well.
mail-obligation_reported-button = Confirm
mail-obligation_confirmed-subject = Confirmed as done in case { $reference }
mail-obligation_confirmed-body = { $other } confirmed what you did.
mail-obligation_confirmed-button = See the case
mail-obligation_disputed-subject = Your turn: something is missing in case { $reference }
mail-obligation_disputed-body = { $other } says that something is still missing. Read it and answer.
mail-obligation_disputed-button = Read and answer

# Hand-over and end
mail-seat_given-subject = Case { $reference } is now yours
mail-seat_given-body = A colleague handed this case to you. The hand-over note is in the case.
mail-seat_given-button = Open the case
mail-escalated-subject = Case { $reference } goes to the next level
mail-escalated-body = The case with { $company } went up to another team. The page says who has the case and until when.
mail-escalated-button = See who has the case
mail-queued-subject = A case arrived in your queue: { $reference }
mail-queued-body = The case with { $company } waits for somebody of your team. The page says until when.
mail-queued-button = Open the case
mail-closed-subject = Case { $reference } is closed
mail-closed-body = The case with { $company } is over. You can download the final term and all that you may read.
mail-closed-button = See the final term

# Who speaks for the company
mail-seat_lost-subject = You no longer take part in case { $reference }
mail-seat_lost-body = Your part in the case with { $company } has ended. You no longer read or write in it, and there is nothing to do. If you have doubts, talk to the managers of your team.
mail-seat_lost-button = See my cases
mail-representative_awaited-subject = Case { $reference } waits for a representative of the company
mail-representative_awaited-body = { $company } has no representative in this case now. The company names somebody else; if it does not, the case goes to the next level.
mail-representative_awaited-button = Open the case

# Dates and reminders
mail-deadline_reminder-subject = Reminder: there is a date in case { $reference }
mail-deadline_reminder-body = This is a reminder about the case with { $company }.
mail-deadline_reminder-button = Open the case
mail-reply_overdue-subject = No answer in case { $reference }
mail-reply_overdue-body = In the case with { $company }, two reminders brought no answer. See whose turn it is and talk to that side.
mail-reply_overdue-button = See whose turn it is
mail-extension_asked-subject = Your turn: more time is asked for in case { $reference }
mail-extension_asked-body = { $other } asked for more time for the mediation. If you agree, ask for the same days; if you do not, the date stays.
mail-extension_asked-button = See the request
mail-extended-subject = The mediation of case { $reference } has more time
mail-extended-body = Both sides agreed to more time for the mediation of the case with { $company }. The talks go on.
mail-extended-button = Open the case

# The next level
mail-entry_breached-subject = Past its date in the queue: case { $reference }
mail-entry_breached-body = The service time of the case with { $company } is over. See who has it and have somebody answer today.
mail-entry_breached-button = Open the case
mail-question-subject = Your turn: answer the question in case { $reference }
mail-question-body = Whoever reviews the case with { $company } asked you a question. Both sides read the question and your answer.
mail-question-button = Read and answer
mail-question_answered-subject = Your turn: case { $reference } is back with you
mail-question_answered-body = The question in the case with { $company } was answered, or the time for the answer is over. Your time runs again.
mail-question_answered-button = Open the case
mail-remitted-subject = Case { $reference } goes back to mediation
mail-remitted-body = The case with { $company } goes back to mediation, with another mediator. You get a message when somebody accepts.
mail-remitted-button = Open the case
mail-forwarded-subject = Case { $reference } was passed to another team
mail-forwarded-body = The case with { $company } went up to another team. The page says who has it now; there is nothing for you to do.
mail-forwarded-button = See who has the case

# After the agreement
mail-obligation_overdue-subject = A date of agreement { $reference } has passed
mail-obligation_overdue-body = A date of the agreement with { $company } passed and nothing was reported done. Whoever owes it does it and reports it on the page; if not, the case goes to the legal team.
mail-obligation_overdue-button = See the agreement
mail-breached-subject = Agreement { $reference } was not kept: see your documents
mail-breached-body = The other side did not keep the agreement in the case with { $company } in time. The case is with the legal team, and the documents to enforce it are yours. Download and keep them.
mail-breached-button = Download the documents
mail-paper_ready-subject = Documents ready in case { $reference }
mail-paper_ready-body = The final term and the certificate of the case with { $company } are ready. The certificate holds nothing of what you said. Download them when you like.
mail-paper_ready-button = Download the documents
mail-follow_up-subject = Is all well in case { $reference }?
mail-follow_up-body = The agreement with { $company } ended some days ago. Say whether all is well and give a score from 1 to 5. If something is missing, the case reopens.
mail-follow_up-button = Answer
mail-reopened-subject = Case { $reference } is open again
mail-reopened-body = The case with { $company } is open again, as the consumer asked. See what is missing and answer on the page.
mail-reopened-button = Open the case

# What each reminder says: which date, until when, and what follows
mail-reminder-invitation = The invitation waits for your answer until { $until }. Without one it counts as refused and the case ends.
mail-reminder-first_reply = The consumer waits for your first reply until { $until }. Without one the case goes to the ombudsman.
mail-reminder-room_reply = { $other } expected your answer by { $until }. Write in the room, however briefly.
mail-reminder-proposal_validity = A proposal waits for your answer and stands until { $until }. After that it cannot be accepted.
mail-reminder-mediator_accepts = Accept or decline the assignment by { $until }. After that the case goes to somebody else.
mail-reminder-mediation = The time for mediation runs until { $until }. To go on after it, both sides ask for more time.
mail-reminder-procedure = You have until { $until } to come to an agreement. After that the case goes to the ombudsman.
mail-reminder-signatures = Your signature is missing on the agreement. Read and sign by { $until }; after that the case goes back to the talks.
mail-reminder-obligation = You have something to do by { $until }. When it is done, report it on the agreement's page.
mail-reminder-confirmation = The other side reported that it is done. Confirm or dispute it by { $until }; without an answer it counts as done.
mail-reminder-reflection = Your time to think runs until { $until }. After that you can sign.
mail-reminder-replace_representative = The company names another representative by { $until }. If it does not, the case goes to the next level.
mail-reminder-remitted_mediation = The time for this new mediation runs until { $until }. After that the case goes back to the team that sent it.
mail-reminder-silent_consumer = Without a word from you by { $until }, the case counts as given up and is closed. Write in the room to go on.
mail-reminder-ombudsman_entry = The ombudsman's time for this case runs until { $until }. Answer it, pass it on or close it.
mail-reminder-legal_entry = The legal team's time for this case runs until { $until }. Answer it, pass it on or close it.
mail-reminder-follow_up = Say whether all is well. The question is open since { $until }.
mail-reminder-breach = What is overdue must be done by { $until }. After that the case goes to the legal team.
mail-reminder-question = Whoever reviews the case waits for your answer until { $until }. After that it is decided without it.
mail-reminder-again = This is reminder number { $nth } about the same date.
mail-reminder-silence = This was the last reminder. Without an answer by { $until }, the case counts as given up and is closed. After that, this same link still reopens it.

# The page of mails sent, in the demonstration only
mail-page-title = Mails sent
mail-page-none = No mail yet.
mail-page-all = All
mail-page-intro = This installation has no mail server: what it sends shows here.
