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
consumer-deal-identify = Complete your details
