"""The elements and attributes that a drawing may hold: everything that only draws."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

EDITORS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/",
    "http://web.resource.org/cc/",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.figma.com/figma/",
    "http://www.serif.com/",
    "http://www.corel.com/",
    "http://vectornator.io",
    "https://boxy-svg.com",
)
"""How the namespaces begin in which drawing programs keep their own notes; nothing of it is ever drawn."""

ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"),
        *("text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
    }
)
TEXTS = frozenset({"text", "tspan", "textPath"})
FLAT = frozenset({"filter", "animate", "animateMotion", "animateTransform", "set"})
"""Effects and movement, which a flattened drawing does without."""

ATTRIBUTES = frozenset(
    {
        # what any element has
        *("id", "class", "style", "lang", "role", "tabindex", "focusable", "transform", "transform-origin"),
        *("version", "baseProfile", "systemLanguage", "requiredFeatures", "enable-background", "name"),
        # geometry
        *("x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr"),
        *("d", "points", "pathLength", "width", "height", "viewBox", "preserveAspectRatio", "overflow"),
        *("rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side"),
        # what things are filled and drawn with
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-dasharray", "stroke-dashoffset"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width"),
        *("vector-effect", "paint-order", "color", "opacity", "visibility", "display", "isolation"),
        *("mix-blend-mode", "color-interpolation", "color-rendering", "shape-rendering", "text-rendering"),
        *(
            "image-rendering",
            "pointer-events",
            "cursor",
            "clip",
            "clip-path",
            "clip-rule",
            "mask",
            "mask-type",
        ),
        *("marker", "marker-start", "marker-mid", "marker-end"),
        # gradients, patterns, clips, masks and markers
        *("offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod"),
        *("patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits"),
        *("maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight"),
        *("refX", "refY", "orient"),
        # text
        *("font", "font-family", "font-size", "font-size-adjust", "font-stretch", "font-style"),
        *("font-variant", "font-weight", "text-anchor", "text-decoration", "letter-spacing", "word-spacing"),
        *("dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "direction"),
        *("unicode-bidi", "kerning", "type", "href"),
    }
)
OPEN = ("data-", "aria-")
"""How the names begin of attributes that hold notes."""
SPACED = frozenset(
    {
        f"{XML} space",
        f"{XML} lang",
        f"{XML} id",
        *(f"{XLINK} {name}" for name in ("href", "type", "title", "role", "show", "actuate")),
    }
)
"""Attributes of other namespaces; ``xml:base`` would lead every reference elsewhere."""
MARKERS = frozenset({"marker", "marker-start", "marker-mid", "marker-end"})
"""What is drawn again at each corner of a line."""
LAYERS = frozenset({"opacity", "mask", "clip-path", "mix-blend-mode", "isolation"})
"""What makes a renderer draw an element, and all that is in it, on a sheet of its own first."""
