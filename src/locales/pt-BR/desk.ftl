### Texts of the representative's desk and the mediator's console.
