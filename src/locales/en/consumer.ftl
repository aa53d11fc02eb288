### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · order { $order }
consumer-documents = Documents
consumer-menu = Help and more
consumer-offline = No internet. What you write is kept and sent later.
consumer-back = { $count ->
    [0] Connected.
    [one] Connected. 1 update.
   *[other] Connected. { $count } updates.
}
consumer-ended = Your session is over. What you wrote is kept.
consumer-ended-enter = Sign in again
consumer-offer = Make a proposal
consumer-ask-mediator = Ask for a mediator
consumer-idea = Give the mediator an idea
consumer-deal = You have reached an agreement
consumer-deal-drafting = The text is being written. See what is missing.
consumer-deal-sign = Take your time, then sign.
consumer-deal-signed = The agreement is signed. See dates and documents.
consumer-deal-open = Open the agreement
consumer-deal-identify = Complete your details
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
