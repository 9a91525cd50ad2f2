//! Plots as SVG.

use std::error::Error;
use std::path::Path;

use plotters::coord::CoordTranslate;
use plotters::prelude::*;

/// What is drawn of one client.
#[derive(Debug)]
pub(super) struct Series {
    /// Whose it is.
    pub(super) name: String,
    /// Its points, by size.
    pub(super) points: Vec<(f64, f64)>,
}

const SIZE: (u32, u32) = (720, 400);

/// Draws how cost grows, both axes in powers of ten: what is proportional to the size is a line of the
/// same slope for everybody.
///
/// # Errors
///
/// When the file cannot be written.
pub(super) fn growth(
    path: &Path,
    title: &str,
    unit: &str,
    all: &[Series],
) -> Result<(), Box<dyn Error>> {
    let points = all.iter().flat_map(|series| &series.points);
    let least = points.map(|point| point.1).fold(f64::INFINITY, f64::min);
    let most = greatest(all);
    if !(least.is_finite() && most > 0.0) {
        return Ok(());
    }
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 18))
        .margin(10)
        .margin_right(20)
        .x_label_area_size(35)
        .y_label_area_size(65)
        .build_cartesian_2d((8.0..250.0_f64).log_scale(), (least * 0.7..most * 1.4).log_scale())?;
    chart
        .configure_mesh()
        .light_line_style(WHITE)
        .x_desc("resources")
        .y_desc(unit)
        .x_label_formatter(&|size| format!("{size:.0}"))
        .y_label_formatter(&|cost| format!("{cost}"))
        .draw()?;
    for (number, series) in all.iter().enumerate() {
        let color = Palette99::pick(number).to_rgba();
        let style = color.stroke_width(if number == 0 { 4 } else { 2 });
        chart
            .draw_series(LineSeries::new(series.points.iter().copied(), style).point_size(4))?
            .label(&series.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
    }
    name_series(&mut chart)?;
    Ok(area.present()?)
}

/// Draws a group of bars for each case, a bar for each client.
///
/// # Errors
///
/// When the file cannot be written.
pub(super) fn bars(
    path: &Path,
    title: &str,
    unit: &str,
    cases: &[&str],
    all: &[Series],
) -> Result<(), Box<dyn Error>> {
    let most = greatest(all);
    if most <= 0.0 {
        return Ok(());
    }
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 18))
        .margin(10)
        .x_label_area_size(35)
        .y_label_area_size(65)
        .build_cartesian_2d(0.0..cases.len() as f64, 0.0..most * 1.25)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(WHITE)
        .y_desc(unit)
        .x_labels(cases.len() * 2 + 1)
        // A label in the middle of each group.
        .x_label_formatter(&|place| {
            let is_middle = (place.fract() - 0.5).abs() < 0.01;
            let case = cases.get(*place as usize).filter(|_| is_middle);
            case.map_or(String::new(), |case| (*case).to_owned())
        })
        .draw()?;
    let width = 0.8 / all.len() as f64;
    for (number, series) in all.iter().enumerate() {
        let color = Palette99::pick(number).to_rgba();
        let bars = series.points.iter().map(|(case, figure)| {
            let left = case + 0.1 + width * number as f64;
            Rectangle::new([(left, 0.0), (left + width * 0.9, *figure)], color.filled())
        });
        chart
            .draw_series(bars)?
            .label(&series.name)
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], color.filled()));
    }
    name_series(&mut chart)?;
    Ok(area.present()?)
}

/// The greatest figure of all; 0 where there is none.
fn greatest(all: &[Series]) -> f64 {
    all.iter().flat_map(|series| &series.points).map(|point| point.1).fold(0.0, f64::max)
}

/// Says which series is whose.
fn name_series<'a, C: CoordTranslate>(
    chart: &mut ChartContext<'a, SVGBackend<'a>, C>,
) -> Result<(), Box<dyn Error>> {
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()?;
    Ok(())
}
